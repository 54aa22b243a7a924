// Decides which place each name means: of the twenty Springfields, the one that fits the article.

import ArticleModel

/// Chooses among the places of the same name.
///
/// Each candidate is scored by its kind and size, by what the article says right there ("Paris,
/// Texas"), and by how well it fits the other places of the article. Three rounds: in the first the
/// names mean what they mean by themselves, then the others vote.
struct PlaceResolver {
  private(set) var names: [NamedPlace]
  let uses: [PlaceUse]
  private var setting: PlaceSetting

  /// Takes the names, their uses, and what else is known of where the article is at home.
  init(names: [NamedPlace], uses: [PlaceUse], setting: PlaceSetting) {
    self.names = names
    self.uses = uses
    self.setting = setting
  }

  /// Sets the choice of each name.
  mutating func resolve() {
    let containers = containersByName()
    let company = PlaceCompany(names)
    let positions = names.map { $0.candidates.map { $0.coordinate.map(GlobePosition.init) } }
    let neighbours = names.enumerated().map { number, name in
      name.candidates.count > 1
        ? name.candidates.map { company.neighbours(of: $0, besides: number) } : []
    }
    for round in 0..<3 {
      for index in names.indices where !names[index].candidates.isEmpty {
        names[index].choice = choice(
          of: index, at: positions[index], in: containers[index] ?? [], neighbours[index],
          round == 0 ? nil : setting)
      }
      setting.vote(names, positions)
    }
  }

  /// The candidate that fits best: the first of those with the highest score.
  private func choice(
    of number: Int, at positions: [GlobePosition?], in containers: Set<Int>,
    _ neighbours: [PlaceCompany.Neighbours],
    _ setting: PlaceSetting?
  ) -> Int {
    let name = names[number]
    guard name.candidates.count > 1 else { return 0 }
    let own = name.choice.flatMap { positions[$0] }
    let score = PlaceScore(name: name, setting: setting, own: own)
    var (best, highest) = (0, -Double.infinity)
    for (index, candidate) in name.candidates.enumerated() {
      let value = score.value(
        of: PlaceScore.Candidate(
          place: candidate, prior: name.priors[index], position: positions[index],
          isContained: containers.contains { isHeld(candidate, by: $0) },
          isObscure: name.isObscure(index),
          neighbours: neighbours[index]))
      if value > highest { (best, highest) = (index, value) }
    }
    return best
  }

  /// The place that a use means, when what stands beside it says otherwise than the name alone.
  func place(of use: PlaceUse) -> GazetteerPlace? {
    let name = names[use.name]
    guard let usual = name.chosen else { return nil }
    guard let container = use.container, let outer = names[uses[container].name].chosen,
      !outer.holds(usual)
    else { return usual }
    return name.candidates.first { outer.mayHold($0, of: name) } ?? usual
  }

  /// The country that a place lies in which the gazetteer does not know: what is said beside it, or
  /// the country that the article is about.
  func likelyCountry(of use: PlaceUse) -> UInt8 {
    if let container = use.container, let outer = names[uses[container].name].chosen,
      outer.country != 0
    {
      return outer.country
    }
    return setting.mainCountry
  }

  private func isHeld(_ place: GazetteerPlace, by name: Int) -> Bool {
    names[name].surrounds(place)
  }

  /// For each name, the names that are given as holding it.
  private func containersByName() -> [Int: Set<Int>] {
    var containers: [Int: Set<Int>] = [:]
    for use in uses {
      if let container = use.container {
        containers[use.name, default: []].insert(uses[container].name)
      }
    }
    return containers
  }
}
