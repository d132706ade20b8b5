/// A theme that is part of the program, as the text of its file.
package struct EmbeddedTheme: Sendable {
  /// The name of its file without `.toml`.
  package let name: String
  /// The text of the file as it was when svctop was built; nothing has checked it yet.
  package let toml: String

  private init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    toml = String(decoding: bytes, as: UTF8.self)
  }

  /// Every theme, in the order in which they are offered; a new file needs its line here.
  package static let all = [
    EmbeddedTheme("default", PackageResources.default_toml),
    EmbeddedTheme("dark", PackageResources.dark_toml),
    EmbeddedTheme("light", PackageResources.light_toml),
    EmbeddedTheme("high-contrast", PackageResources.high_contrast_toml),
    EmbeddedTheme("colour-blind-safe", PackageResources.colour_blind_safe_toml),
    EmbeddedTheme("monochrome", PackageResources.monochrome_toml),
    EmbeddedTheme("nord", PackageResources.nord_toml),
    EmbeddedTheme("gruvbox", PackageResources.gruvbox_toml),
    EmbeddedTheme("dracula", PackageResources.dracula_toml),
    EmbeddedTheme("solarized-dark", PackageResources.solarized_dark_toml),
    EmbeddedTheme("solarized-light", PackageResources.solarized_light_toml),
    EmbeddedTheme("catppuccin-mocha", PackageResources.catppuccin_mocha_toml),
    EmbeddedTheme("catppuccin-latte", PackageResources.catppuccin_latte_toml),
  ]
}
