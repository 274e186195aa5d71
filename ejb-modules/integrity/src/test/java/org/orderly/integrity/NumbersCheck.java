package org.orderly.integrity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.orderly.platform.integrity.Finding;
import org.orderly.platform.integrity.IntegrityCheck;
import org.orderly.platform.integrity.ScanPage;

/** A check along the numbers below an end, of which some break I1. */
record NumbersCheck(int end, Set<Integer> wrong, List<Integer> sizes) implements IntegrityCheck {

  NumbersCheck(int end, Set<Integer> wrong) {
    this(end, wrong, new ArrayList<>());
  }

  @Override
  public String name() {
    return "numbers";
  }

  @Override
  public Set<String> checks() {
    return Set.of("I1");
  }

  @Override
  public ScanPage after(String position, int size) {
    sizes.add(size);
    int from = position == null ? 0 : Integer.parseInt(position);
    List<Finding> found = new ArrayList<>();
    for (int i = from; i < Math.min(from + size, end); i++) {
      found.addAll(at(Integer.toString(i)));
    }
    return new ScanPage(from + size >= end ? null : Integer.toString(from + size), found);
  }

  @Override
  public List<Finding> at(String subject) {
    boolean isWrong = wrong.contains(Integer.valueOf(subject));
    return isWrong ? List.of(new Finding("I1", subject, subject + " is wrong")) : List.of();
  }
}
