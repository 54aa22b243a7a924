// Short articles of our own in which each sentence was judged by hand: + for sentences with something to
// check – figures, dates, comparisons, causes, events, statements of fact – and - for the others.

/// Sentences with a judgement.
enum ClaimSamples {
  /// The articles; a line is a mark, a blank and a sentence.
  static let articles = [
    harbour, schools, river, theatre, elections, clinic, match, trial, drought, firm, feast,
  ]

  private static let harbour = """
    + The harbour of Nordhaven handled 2.4 million containers last year, 12 percent more than in 2021.
    - Nobody on the quay was in the mood to celebrate.
    + Mayor Ida Kern said the new crane cost the city 38 million euros.
    - “We are proud of what we have built together,” she told the crowd.
    + The crane replaced one that collapsed in March 2019 and killed two dockers.
    + Union leader Tom Berger claimed that the company had ignored three warnings before the accident.
    - Berger hopes that things will get better now.
    + According to the port authority, half of all accidents happen at night.
    - Will the night shift be given up?
    + The authority employs 640 people, fewer than ten years ago.
    - It may rain at the opening.
    - Everybody should see the view from the top.
    """

  private static let schools = """
    + Pupils in the north read better than pupils in any other region, a study by the University of Bern found.
    + The researchers tested 8,100 children in 140 schools.
    - It is a pleasure to watch them read.
    + Reading scores fell by nine points because schools were closed in the spring, the report said.
    - Minister Clara Vogt looked tired when she came in.
    + Vogt said that the government had spent more on schools than any government before it.
    - “I think we can all be a little happier today,” she said.
    - She wants to visit more schools in autumn.
    + The opposition accused her of hiding figures from 2018.
    - What do parents make of it?
    - The debate will go on.
    + Teachers in the region earn 4,200 francs a month, the lowest pay in the country.
    """

  private static let river = """
    + The Alba rose to 6.30 metres on Tuesday, its highest level since 1954.
    + Three bridges were closed and 1,200 people left their homes.
    - The water was brown and smelled of oil.
    + Engineers said the dam at Steinau had failed because its gates were rusted.
    - “It is terrible, we may lose everything,” a woman said.
    + The state denied that it had cut the money for repairs in 2020.
    - Helpers hope for a dry night.
    - Perhaps the worst is over.
    + Insurers put the damage at 90 million euros, twice as much as in the flood of 1997.
    - Who pays for that is an open question.
    + Premier Jonas Hald claimed that no other state had built more dams.
    - Let us wait and see.
    """

  private static let theatre = """
    - The curtain is red, and so are the seats.
    + The old theatre on Mill Street was sold to the Brandt group for one pound in 2016.
    + Since then it has lost a third of its audience.
    - Director Lea Brandt smiles when she hears that.
    - “You should come on a Friday,” she says.
    + Brandt said that ticket sales had doubled since January.
    - The critics love her.
    + A report by the city’s auditors puts the debt at 3.1 million.
    - The new play is about love, as plays are.
    - She might put on a musical next.
    + It is the only theatre in the county that gets no public money.
    - How does she do it?
    """

  private static let elections = """
    + The Greens won 31 of 120 seats, their best result ever.
    + Turnout dropped to 52 percent, the lowest since the war.
    - The evening began with a long silence.
    + Party leader Max Thun blamed the losses on a false report in the newspaper Tagblatt.
    - “We fought, and we will fight again,” Thun said.
    + The Tagblatt reported in May that Thun had hidden two million in a bank in Cyprus.
    - Thun wants to stay.
    - It would be wrong to give up now, he feels.
    + Analysts say that young voters moved to the left because of rents, which rose by 40 percent.
    - Was it the weather?
    - Many people looked at their phones.
    + The election commission admitted that 4,000 ballots were counted twice.
    """
}
