package org.orderly.documents;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins Arabic letters: each is replaced by the form that it has beside its neighbours. The forms
 * are the characters that Unicode has for them; a letter without such forms stays as it is.
 */
final class ArabicForms {

  private static final String LAM = "\u0644";
  private static final char FIRST_LAM_ALEF = '\uFEF5';
  private static final String JOINERS = "\u0640\u200D";

  /** By letter, or by lam and alef. */
  private static final Map<String, Map<Form, String>> FORMS = new HashMap<>();

  private enum Form {
    ISOLATED,
    FINAL,
    INITIAL,
    MEDIAL
  }

  static {
    read('\uFB50', '\uFDFF');
    read('\uFE70', '\uFEFC');
  }

  private ArabicForms() {}

  private static void read(char first, char last) {
    for (int code = first; code <= last; code++) {
      String name = Character.getName(code);
      String letter = Normalizer.normalize(Character.toString(code), Normalizer.Form.NFKC);
      if (name != null && (letter.length() == 1 || code >= FIRST_LAM_ALEF)) {
        for (Form form : Form.values()) {
          if (name.startsWith("ARABIC L") && name.endsWith(" " + form + " FORM")) {
            FORMS
                .computeIfAbsent(letter, unknown -> new EnumMap<>(Form.class))
                .put(form, Character.toString(code));
          }
        }
      }
    }
  }

  /** The text, in the order in which it is read, without marks between its letters. */
  static String joined(String text) {
    if (text.codePoints().noneMatch(ArabicForms::isArabic)) {
      return text;
    }
    List<String> letters = letters(text);
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < letters.size(); i++) {
      String letter = letters.get(i);
      boolean before = i > 0 && joinsNext(letters.get(i - 1)) && joinsFormer(letter);
      boolean after =
          i + 1 < letters.size() && joinsNext(letter) && joinsFormer(letters.get(i + 1));
      joined.append(FORMS.getOrDefault(letter, Map.of()).getOrDefault(form(before, after), letter));
    }
    return joined.toString();
  }

  private static Form form(boolean before, boolean after) {
    if (before) {
      return after ? Form.MEDIAL : Form.FINAL;
    }
    return after ? Form.INITIAL : Form.ISOLATED;
  }

  private static List<String> letters(String text) {
    List<String> letters = new ArrayList<>();
    text.codePoints().mapToObj(Character::toString).forEach(letters::add);
    for (int i = 0; i + 1 < letters.size(); i++) {
      if (letters.get(i).equals(LAM) && FORMS.containsKey(LAM + letters.get(i + 1))) {
        letters.set(i, LAM + letters.remove(i + 1));
      }
    }
    return letters;
  }

  private static boolean joinsNext(String letter) {
    return JOINERS.contains(letter)
        || FORMS.getOrDefault(letter, Map.of()).containsKey(Form.INITIAL);
  }

  private static boolean joinsFormer(String letter) {
    return JOINERS.contains(letter) || FORMS.getOrDefault(letter, Map.of()).containsKey(Form.FINAL);
  }

  private static boolean isArabic(int letter) {
    return Character.UnicodeScript.of(letter) == Character.UnicodeScript.ARABIC;
  }
}
