// What a class or a desk sees of one another, and of the program.

import ArticleModel
import Interface
import Screen

extension ReaderState {
  // MARK: The sidecars of colleagues beside one's own

  /// Takes in what colleagues marked in sidecars of their own, and says so; nothing of it is opened. What
  /// their files have of the reader's sidecar is no news.
  mutating func found(_ layers: [Layer]) {
    layersBeside = layers.compactMap {
      $0.besides(annotations.annotations, at: anchors, of: author)
    }
    tellLayersBeside()
  }

  /// Says who has marks beside, before what was said already; a warning stays, and the pane says it.
  mutating func tellLayersBeside() {
    guard layersBesideInShort != nil, !stage.isCovered, message?.isWarning != true else { return }
    let keys = "\(hint(for: .showLayers)) shows \(marksBeside == 1 ? "it" : "them")"
    let earlier = message.map { " · \($0.text)" } ?? ""
    message = Message("\(whoseLayers) · \(keys)\(earlier)")
  }

  /// How many marks, replies and reviews colleagues have in sidecars of their own.
  private var marksBeside: Int { layersBeside.reduce(0) { $0 + $1.answerCount } }

  /// Whether they have nothing but marks.
  private var areMarksAlone: Bool { layersBeside.allSatisfy { $0.answerCount == $0.markCount } }

  /// "Ben has 7 marks on this article in another file".
  private var whoseLayers: String {
    let marks = counted(marksBeside, areMarksAlone ? "mark" : "answer")
    if layersBeside.count == 1, !areMarksAlone, layersBeside[0].name != author?.name {
      return "\(shortName(of: layersBeside[0])) answers: \(layersBeside[0].account)"
    }
    if layersBeside.count == 1 {
      let isOwn = layersBeside[0].name == author?.name
      let who = isOwn ? "you have" : "\(shortName(of: layersBeside[0])) has"
      return "\(who) \(marks) on this article in another file"
    }
    let names = layersBeside.map { "\(shortName(of: $0)) (\($0.answerCount))" }
    let noun = areMarksAlone ? "marks" : "answers"
    let named = "\(names.joined(separator: " and ")) have \(noun) in other files"
    // What names them has to leave room for the key.
    let isShort = named.displayWidth + 18 < size.columns
    return layersBeside.count == 2 && isShort
      ? named : "\(layersBeside.count) people have \(marks) on this article in other files"
  }

  /// A name, or the name of the file where several people share one.
  private func shortName(of layer: Layer) -> String {
    layer.name.split(separator: "/").last.map { String($0).onOneLine } ?? layer.name
  }

  /// "Ben +7 · gB": the marks beside that are not shown, for the heading of a pane; nil when there are none.
  var layersBesideInShort: String? {
    guard !layersBeside.isEmpty, !awaitsHandIn, !showsLayersBeside else { return nil }
    let who =
      layersBeside.count == 1
      ? shortName(of: layersBeside[0]).truncated(to: 12).description
      : counted(layersBeside.count, "other")
    return "\(who) +\(marksBeside) · \(hint(for: .showLayers))"
  }

  /// Lays the marks of colleagues over the text, read-only, or takes them off again.
  mutating func toggleLayers() {
    showsLayersBeside.toggle()
    let hidesNames = layers?.hidesNames ?? false
    let all = namedLayers + (showsLayersBeside ? layersBeside : [])
    layers = all.isEmpty ? nil : Layers(all)
    layers?.hidesNames = hidesNames
    updateClaims()
    let counts =
      layersBeside.contains(where: \.verifies) ? " · verdicts count in claims" : ""
    message = Message(
      showsLayersBeside
        ? "\(shownLayers)\(counts) · \(hint(for: .showLayers)) hides them"
        : "the marks of colleagues are hidden")
  }

  /// "shown: 7 marks by Ben".
  private var shownLayers: String {
    let who =
      layersBeside.count == 1 ? shortName(of: layersBeside[0]) : "\(layersBeside.count) people"
    if !areMarksAlone, layersBeside.count == 1 {
      return "shown, by \(who): \(layersBeside[0].account)"
    }
    return "shown: \(counted(marksBeside, areMarksAlone ? "mark" : "answer")) by \(who)"
  }

  /// Why layers cannot be shown or hidden; nil when they can.
  var reasonAgainstLayers: String? {
    if awaitsHandIn, !layersBeside.isEmpty || closedLayers != nil { return whyOthersAreHidden }
    return layersBeside.isEmpty ? whyNoLayers : nil
  }

  /// Why no layer lies over the article.
  var whyNoLayers: String {
    layersBeside.isEmpty
      ? "No colleague has marks beside yours · galley read --layer FILE shows some"
      : "No marks of other people are shown · \(hint(for: .showLayers)) shows them"
  }

  /// Calls those whose marks lie over the article by their names, or no longer.
  mutating func hideNames() {
    layers?.hidesNames.toggle()
    message = Message(layers?.hidesNames == true ? "names are hidden" : "names are shown")
  }

  /// Keeps what the program found from the reader, or shows it.
  mutating func toggleSuggestions() {
    if awaitsHandIn {
      message = .warning(
        "You see what Galley found once you have handed in · \(hint(for: .handIn))")
      return
    }
    isUnaided.toggle()
    applyCorrections(isNewlyFound: true)
    syncPanes()
    message = Message(
      isUnaided ? "what Galley found is hidden" : "what Galley found is shown")
  }
}
