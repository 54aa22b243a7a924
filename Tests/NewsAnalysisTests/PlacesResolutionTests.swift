// Which place a name means, and when it stands for those who act there.

import ArticleModel
import Testing

@testable import NewsAnalysis

@Suite("Which place is meant")
struct PlacesResolutionTests {
  /// The first mention with these words, and its place.
  private func location(
    _ words: String, in text: String
  ) -> (mention: LocationMention, place: Place)? {
    let article = Article(text)
    let analysis = NewsAnalyzer().analyze(article)
    return analysis.locations.first { article.text.string(in: $0.span) == words }
      .map { ($0, analysis.places[$0.place]) }
  }

  @Test("What stands beside a name decides before its size does")
  func containers() {
    let texas = "The mayor of Paris, Texas, opened the library on Monday."
    #expect(location("Paris", in: texas)?.place.country == "US")
    let france = "The mayor of Paris opened the library on Monday, French media reported."
    #expect(location("Paris", in: france)?.place.country == "FR")
    let lebanon = "Police in Lebanon, Pa., arrested a man from Lancaster County."
    #expect(location("Lebanon", in: lebanon)?.place.country == "US")
    let beirut = "Police in Lebanon arrested a man from Beirut."
    #expect(location("Lebanon", in: beirut)?.place.country == "LB")
  }

  @Test("Two towns of one name in one article stay apart")
  func twoSpringfields() throws {
    let article = Article(
      "Officials in Springfield, Ill., met those of Springfield, Mass., on Monday in Boston.")
    let analysis = NewsAnalyzer().analyze(article)
    let towns = analysis.locations.filter { article.text.string(in: $0.span) == "Springfield" }
    #expect(towns.count == 2)
    let longitudes = towns.compactMap { analysis.places[$0.place].coordinate?.longitude }
    #expect(longitudes.count == 2)
    #expect(longitudes.first.map { abs($0 + 89.6) < 0.5 } == true)
    #expect(longitudes.last.map { abs($0 + 72.6) < 0.5 } == true)
  }

  @Test("The other places of an article decide between a state and a country")
  func georgia() {
    let state = "She was born in Georgia and moved to Atlanta, then to Alabama."
    #expect(location("Georgia", in: state)?.place.country == "US")
    let country = "She was born in Georgia and moved to Tbilisi, then to Armenia."
    #expect(location("Georgia", in: country)?.place.country == "GE")
  }

  @Test("Demonyms are no locations, but say which country an article is about")
  func demonyms() {
    let rest = "minister said that the road from Valencia was closed. The police said so, too."
    #expect(location("Valencia", in: "A Spanish " + rest)?.place.country == "ES")
    let venezuela = "A Venezuelan " + rest + " Venezuelan police closed it."
    #expect(location("Valencia", in: venezuela)?.place.country == "VE")
    #expect(location("Venezuelan", in: venezuela) == nil)
  }

  @Test("Each place is listed once with all its mentions")
  func onePlaceManyMentions() {
    let analysis = NewsAnalyzer().analyze(
      Article("Berlin was quiet. In Berlin, shops stayed shut. Bonn was quiet, too."))
    #expect(analysis.places.map(\.name) == ["Berlin", "Bonn"])
    #expect(analysis.places.map(\.mentions) == [[0, 1], [2]])
    #expect(analysis.places.map(\.country) == ["DE", "DE"])
  }

  @Test(
    "A capital or country that acts, or is dealt with, stands for a government",
    arguments: [
      ("Tokyo", "Tokyo said it would respond.", "metonym: the Japanese government"),
      ("Seoul", "They held talks with Tokyo and Seoul.", "metonym: the South Korean government"),
      ("Russia", "The minister accused Russia of lying.", "metonym: the state acts"),
      ("Ukraine", "He called on the U.S. to pressure Ukraine.", "metonym: the state acts"),
      ("U.S.", "The U.S. forces left the base.", "metonym: the state acts"),
      ("Kremlin", "The Kremlin is quiet today.", "metonym: the Russian government"),
    ])
  func metonyms(words: String, text: String, note: String) throws {
    let found = try #require(location(words, in: text))
    #expect(found.mention.isMetonym)
    #expect(found.mention.note == note)
  }

  @Test(
    "A place where something happens stands for itself",
    arguments: [
      ("Tokyo", "Shops in Tokyo stayed shut."), ("Russia", "The war in Russia went on."),
      ("China", "He spoke at a forum in China about trade."),
      ("Ukraine", "The Ukraine conflict could escalate further."),
    ])
  func noMetonyms(words: String, text: String) throws {
    let found = try #require(location(words, in: text))
    #expect(!found.mention.isMetonym)
    #expect(found.mention.note == nil)
  }

  @Test("A contested region says so, and a bloc belongs to no country")
  func notes() throws {
    let crimea = try #require(location("Crimea", in: "Trains to Crimea were late."))
    #expect(crimea.place.country == "UA")
    #expect(crimea.mention.note == "contested: annexed by Russia in 2014")
    #expect(!crimea.mention.isMetonym)
    let west = try #require(location("West", in: "He accuses the West of meddling."))
    #expect(west.place.country == nil)
    #expect(west.place.coordinate == nil)
    #expect(west.mention.isMetonym)
  }

  @Test("Abbreviations in capitals are not taken for words in small letters")
  func capitals() {
    #expect(location("US", in: "He left the US for Canada.")?.place.country == "US")
    #expect(location("us", in: "He left us for Canada.") == nil)
  }

  @Test("Distances follow the great circle")
  func distances() {
    let berlin = Place.Coordinate(latitude: 52.52, longitude: 13.405)
    let paris = Place.Coordinate(latitude: 48.857, longitude: 2.352)
    #expect(abs(GlobePosition(berlin).distance(to: GlobePosition(paris)) - 878) < 3)
    #expect(GlobePosition(berlin).distance(to: GlobePosition(berlin)) == 0)
  }
}
