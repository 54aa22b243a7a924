// What a report does by itself: filters and keys. It asks nothing of a network.

import ArticleModel
import FoundationEssentials

/// The script.
enum HTMLScript {
  /// Filters hide notes and take the marks' looks away; keys go from note to note.
  static let text = """

    "use strict";
    (() => {
      const form = document.getElementById("filters");
      const notes = Array.from(document.querySelectorAll(".note"));
      const marks = Array.from(document.querySelectorAll("mark"));
      const shown = document.getElementById("shown");
      const value = (name) => form.elements.namedItem(name).value;

      function filter() {
        const kinds = new Set(
          Array.from(form.querySelectorAll("[name=kind]:checked"), (box) => box.value));
        const words = value("words").toLowerCase().split(/\\s+/).filter(Boolean);
        const visible = new Set();
        for (const note of notes) {
          const text = (note.textContent + " " + (note.dataset.quote || "")).toLowerCase();
          const fits = kinds.has(note.dataset.kind)
            && (!value("status") || note.dataset.status === value("status"))
            && (!value("person") || note.dataset.person === value("person"))
            && words.every((word) => text.includes(word));
          note.hidden = !fits;
          const number = document.querySelector("sup a[href='#" + note.id + "']");
          if (number) { number.hidden = !fits; }
          if (fits) { visible.add(note.id.slice("note-".length)); }
        }
        for (const place of document.querySelectorAll("sup")) {
          place.hidden = Array.from(place.children).every((number) => number.hidden);
        }
        for (const mark of marks) {
          const fits = mark.dataset.notes.split(" ").some((number) => visible.has(number));
          mark.classList.toggle("off", !fits);
        }
        shown.value = visible.size + " of " + notes.length + " marks";
      }

      function step(by) {
        const list = notes.filter((note) => !note.hidden);
        const at = list.indexOf(document.activeElement);
        const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : at + by;
        if (list[next]) { list[next].focus(); }
      }

      document.addEventListener("keydown", (event) => {
        const typing = event.target.closest("input[type=search], select");
        if (event.key === "Escape" && typing) { typing.blur(); return; }
        if (typing || event.ctrlKey || event.metaKey || event.altKey) { return; }
        if (!form.elements.namedItem("keys").checked) { return; }
        if (event.key === "j") { step(1); } else if (event.key === "k") { step(-1); }
        if (event.key === "/") { event.preventDefault(); form.elements.namedItem("words").focus(); }
      });
      form.addEventListener("input", filter);
      form.addEventListener("submit", (event) => event.preventDefault());
      form.hidden = false;
      filter();
    })();

    """

  /// The digest by which the policy of the page knows the script (CSP 3, section 2.3.1).
  static var digest: String {
    let bytes = Array(text.utf8).withUnsafeBufferPointer { Digest(of: $0) }.description
    let digits = Array(bytes.utf8)
    let pairs = stride(from: 0, to: digits.count, by: 2).compactMap { index in
      UInt8(String(decoding: digits[index...(index + 1)], as: UTF8.self), radix: 16)
    }
    return Data(pairs).base64EncodedString()
  }
}
