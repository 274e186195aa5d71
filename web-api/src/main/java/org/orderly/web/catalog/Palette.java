package org.orderly.web.catalog;

import java.util.List;

/** Colours that go together. */
record Palette(String main, String accent, String dark, String light, String sky, String ground) {

  private static final List<Palette> ALL =
      List.of(
          new Palette("#e07a5f", "#f2cc8f", "#3d405b", "#fdf6ec", "#fbe9e1", "#f3cfc0"),
          new Palette("#2a9d8f", "#e9c46a", "#264653", "#f4fbf9", "#dff3ef", "#b7e0d9"),
          new Palette("#457b9d", "#f4a261", "#1d3557", "#f1faee", "#e0eef6", "#b9d6e6"),
          new Palette("#8e6c8a", "#f0b67f", "#3f2b47", "#fbf5fb", "#f0e4f0", "#d9c2d8"),
          new Palette("#6a994e", "#f2b134", "#2f4b26", "#f7faef", "#e8f2dc", "#c6dcae"),
          new Palette("#d1495b", "#edae49", "#2e3f57", "#fff5f2", "#fbe3e4", "#f0bfc3"),
          new Palette("#5c6bc0", "#ffb86b", "#283064", "#f5f6ff", "#e5e8fb", "#c2c9f0"),
          new Palette("#b08968", "#e6b566", "#54402f", "#fdf8f1", "#f3e8da", "#dec6a8"),
          new Palette("#3a86a8", "#f28482", "#22405c", "#f3fafc", "#dceff5", "#b0d8e4"),
          new Palette("#c97b84", "#84a59d", "#4a3540", "#fff7f5", "#f8e6e4", "#e6c3c4"));

  /** The same key has the same colours for ever. */
  static Palette of(String key) {
    return ALL.get(Math.floorMod(key.hashCode() * 31 + key.length(), ALL.size()));
  }
}
