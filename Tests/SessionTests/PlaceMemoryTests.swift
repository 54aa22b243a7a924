// Where somebody was in each article: kept for many articles, but not for ever.

import ArticleModel
import Reader
import Sidecars
import TestSupport
import Testing

@testable import Session

@Suite struct PlaceMemoryTests {
  private let disk = SimulatedDisk()

  private var memory: PlaceMemory { PlaceMemory(stateFolder: "/state/galley", files: disk) }

  private func article(_ number: Int) -> Article {
    Article(
      text: ArticleText("The harbour was closed.\n"),
      source: Article.Source(name: "\(number).txt", path: "/desk/\(number).txt"))
  }

  private func leave(_ number: Int) {
    let place = ReadingPlace(caret: ByteOffset(number), top: .init(block: .zero, line: 0))
    memory.remember(place, in: article(number), at: Timestamp(secondsSinceEpoch: 1_700_000_000))
  }

  @Test("Each article is opened where it was left")
  func remembered() {
    #expect(memory.visit(to: article(1)) == nil)
    for number in 1...3 { leave(number) }
    #expect((1...3).map { memory.visit(to: article($0))?.place.caret.value } == [1, 2, 3])
    #expect(memory.visit(to: article(1))?.time == Timestamp(secondsSinceEpoch: 1_700_000_000))
    #expect(memory.hasVisit(toArticleAt: "/desk/3.txt"))
    #expect(!memory.hasVisit(toArticleAt: "/desk/4.txt"))
  }

  @Test("Of more than a thousand articles, those left longest ago are forgotten")
  func forgotten() {
    for number in 0...1002 { leave(number) }
    #expect((0...2).allSatisfy { memory.visit(to: article($0)) == nil })
    #expect((3...1002).allSatisfy { memory.visit(to: article($0)) != nil })
  }
}
