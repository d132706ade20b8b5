import Glibc

@testable import svctop

/// docs/configuration.md as the schema has it.
///
/// To write the page anew:
///
///     SVCTOP_RECORD_DOCS=1 swift test --filter ConfigurationFileTests
enum ConfigurationPage {
  /// Whether the page says what the code does; when pages are recorded, it is written first.
  static var agrees: Bool {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    let path = parts.dropLast(3).joined(separator: "/") + "/docs/configuration.md"
    if getenv("SVCTOP_RECORD_DOCS") != nil, let stream = fopen(path, "w") {
      fputs(text, stream)
      fclose(stream)
    }
    guard case .success(let page) = TextFile.read(path) else { return false }
    return page == text
  }

  private static var text: String {
    var parts = [opening]
    for section in [ConfigurationSchema.topLevel] + ConfigurationSchema.sections {
      parts.append(heading(of: section))
      parts.append(section.about)
      let keys = section.keys + [section.anyKey].compactMap { $0 }
      parts.append(table(of: keys))
      if !section.example.isEmpty {
        parts.append(
          "```toml\n[\(section.name)]\n" + section.example.joined(separator: "\n") + "\n```")
      }
    }
    parts.append(closing)
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func heading(of section: ConfigurationSection) -> String {
    section.name.isEmpty
      ? "## Settings" : section.isList ? "## `[[\(section.name)]]`" : "## `[\(section.name)]`"
  }

  private static func table(of keys: [ConfigurationKey]) -> String {
    let rows = keys.map { key in
      let standard = key.standard.isEmpty ? "none" : "`\(cell(key.standard))`"
      let restart = key.isStartUp ? "start" : "at once"
      return
        "| `\(cell(key.name))` | \(cell(key.meaning)) | \(cell(key.kind)) | \(standard) "
        + "| `\(cell(key.example))` | \(restart) |"
    }
    return
      (["| key | meaning | value | default | example | counts from |", "|---|---|---|---|---|---|"]
      + rows).joined(separator: "\n")
  }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }

  private static let opening = #"""
    # svctop.toml

    Nothing needs to be configured. What svctop cannot know by itself is written down in `svctop.toml`: the first of `--config FILE`,
    `./svctop.toml`, `$XDG_CONFIG_HOME/svctop/svctop.toml` (else `~/.config/svctop/svctop.toml`) and `/etc/svctop/svctop.toml` that is there
    counts, alone. What the command line says goes before it. A folder that svctop may not look into, as after `sudo -u nobody`, is passed over, which is said once;
    a file named with `--config` has to be there.

    ```
    svctop config init [SOURCE ...] [--file FILE [--force]]    writes a file with every setting, explained; prints it without --file
    svctop config check [FILE]                                 says what is wrong with a file, and where
    ```

    ```toml
    sources = ["nginx=/var/log/nginx/access.log", "/var/log/postgresql/*.log", "http://127.0.0.1:8000"]
    window = "15m"
    theme = "dark"

    [thresholds]
    slow_endpoint = "250ms"

    [targets]
    cache_hit_rate = ">90%"
    "GET /users/{id}".p95 = "<200ms"

    [keys]
    filter = ["/", "ctrl-f"]

    [[mapping]]
    path = "pools[].held"
    meaning = "poolInUse"
    subject = ".name"
    ```

    `window` is where the dashboard starts; a snapshot or a report of files is of all of them unless `--window` says otherwise.

    Durations are written `"500ms"`, `"10s"`, `"5m"`, `"1h30m"` or as a number of seconds; shares `"5%"` or `0.05`; sizes `"512MB"`, always with their
    unit, in powers of 1024.

    **Mistakes** are told all at once by `svctop config check`, each element of a list too, with their place and what was probably meant; the exit status is
    then 2. Thresholds that contradict each other are mistakes too; the default of one that is left out follows: with
    `slow_endpoint = "2s"` alone `critical_endpoint` is 2 s as well. A file that is no TOML at all has one mistake, where reading ended. A key that
    was taken from another command is a warning, told likewise with its place; with warnings alone the exit status is 0.

    ```
    svctop.toml:2:1: there is no setting "windw", did you mean "window"?
      2 | windw = "5m"
        | ^^^^^
    ```

    **While the dashboard runs** it looks once a second whether the file was saved; where there was none at the start, whether one has come to the places
    above. What counts "at once" in the tables below is then taken over; what counts from the "start" waits for the next one, which the bottom line says
    of all that differs from what runs. A broken file changes nothing: the bottom of the screen tells its first mistake as `file:line:column`, and keeps the place
    there until the file is mended. That a file is gone is said once it was missed for 3 s; its settings stay.

    **Commands.** A source `exec:COMMAND` runs a command. It is taken from the command line, and from a file only if that was named with
    `--config` or lies in the user's own folder, belongs to the user or to root, and cannot be written by anybody else. `./svctop.toml` and
    `/etc/svctop/svctop.toml` cannot run anything. A command that ended is run again, and what it had written before is left out: after a
    success within 4 s, so that `docker logs --since 10s` loses nothing, unless it takes long to say nothing new; after a failure within a minute.
    """#

  private static let closing = """
    `svctop inspect SOURCE` shows what is recognised with the file as it is.
    """
}
