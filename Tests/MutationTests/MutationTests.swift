// A loop of mutations for each kind of input: nothing that comes from outside may crash, hang or break what
// the module promises of it. Some hundred rounds each usually, more with GALLEY_LONG_TESTS; `make fuzz` goes
// on for as long as it is told.

import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite(.serialized) struct MutationTests {
  private static func number(_ name: String) -> Int? {
    getenv(name).flatMap { Int(String(cString: $0)) }
  }

  /// How long each kind is tried; nil when it is for a number of rounds.
  private static let limit = number("GALLEY_FUZZ_SECONDS").map {
    Duration.milliseconds($0 * 1000 / kinds.count)
  }
  private static let kinds = InputKind.all.filter { kind in
    getenv("GALLEY_FUZZ_KIND").map { String(cString: $0) == kind.name } ?? true
  }
  private static let rounds = getenv("GALLEY_LONG_TESTS") == nil ? 1 : 30
  /// Where the seeds begin; another beginning tries other inputs.
  private static let firstSeed = UInt64(number("GALLEY_FUZZ_SEED") ?? 1)

  @Test("Bad input of every kind is refused or read, and never believed", arguments: kinds)
  func survives(_ kind: InputKind) throws {
    _ = Witness.begin
    let corpus = try kind.makeCorpus()
    let mutation = Mutation(corpus: corpus, pieces: kind.pieces)
    let begin = ContinuousClock.now
    var seed = Self.firstSeed
    let lastSeed = seed + UInt64(kind.rounds * Self.rounds)
    while Self.limit.map({ .now - begin < $0 }) ?? (seed < lastSeed) {
      var chance = Chance(seed: seed)
      let input = mutation.input(&chance)
      Witness.keep(input, kind: kind.name, seed: seed)
      if let fault = try kind.fault(input, &chance) {
        Issue.record(
          "kind \(kind.name), seed \(seed), \(Witness.folder)/\(kind.name).input: \(fault)")
        return
      }
      seed += 1
    }
    Witness.rest()
    if Self.limit != nil {
      print("mutation: \(kind.name): \(seed - Self.firstSeed) inputs, no fault")
    }
  }
}
