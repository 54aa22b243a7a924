// Judged articles of our own about subjects that no debate is about: a clinic, a match, a trial, a drought, a
// firm, a village feast.

extension ClaimSamples {
  static let clinic = """
    + Surgeons at the Marien clinic removed the wrong kidney from a patient in February, the health office confirmed.
    + Two of the five operating rooms have been closed since then.
    - The corridors smell of floor polish.
    + A vaccine against the fever cut the number of severe cases by half, according to a trial with 12,000 volunteers.
    - “I just hope my mother gets well soon,” said a visitor.
    + The clinic’s director denied that nurses had worked double shifts.
    - Nobody answered the phone on the third floor.
    + Smokers stay in hospital two days longer than other patients.
    - Is there anything that still works here?
    + Beds in the region are scarcer than anywhere else in the country, the nurses’ union claims.
    - It would be nice to have a garden.
    - The director will speak to the staff next week.
    """

  static let match = """
    + Rovers beat United 3–1 on Saturday and moved up to second place.
    - What an evening!
    + Striker Ben Osei has scored in each of the last seven games.
    - The fans sang until they were hoarse.
    + The club owes the city 1.4 million in rent, the treasurer’s report shows.
    - “We have to believe in ourselves,” said coach Lena Falk.
    + No team in the league has conceded fewer goals.
    - Maybe it was the rain, maybe it was luck.
    + Falk was dismissed by her last club because she had criticised its owner.
    - She loves this game.
    + The stadium holds 18,000 people, twice as many as the old one.
    - Let us see what Sunday brings.
    """

  static let trial = """
    + A court in Varna sentenced the banker Petar Iliev to six years in prison for fraud.
    + Prosecutors said he had moved 40 million from pension funds to accounts in Malta.
    - Iliev looked at the floor.
    - “I would like to apologise to everyone,” he said.
    + His lawyer claimed that the ministry had known of the transfers since 2015.
    + A judge rejected the appeal of his brother in May.
    - Will anybody ever see that money again?
    - Justice should be quicker than this, many in the audience feel.
    + Only one in ten victims has been paid back.
    - The corridor was full of cameras.
    + The case is the largest fraud in the history of the country.
    - He may appeal.
    """

  static let drought = """
    + July was the driest month since records began in 1881, the weather service said.
    + Wheat prices rose by a fifth because the harvest failed in the east.
    - The fields are yellow, the sky is blue, and nothing moves.
    - “You can pray for rain, or you can move away,” says farmer Ute Lang.
    + Lang lost 60 of her 90 cows.
    + The state pays farmers less than a third of their losses.
    - She does not want to think about next year.
    + Scientists at the University of Graz found that the river carries 30 percent less water than in the 1970s.
    - How long can this go on?
    + The minister accused the power company of draining two reservoirs illegally.
    - I wish I had better news, he added.
    - Perhaps it will rain on Friday.
    """

  static let firm = """
    + Sales of the carmaker Altus fell by 9 percent in the second quarter.
    + The firm blamed a strike at its plant in Gent, which lasted three weeks.
    - Its new model is a handsome thing.
    + Altus employs more people abroad than at home.
    - Good morning, ladies and gentlemen.
    + Chief executive Nora Blom admitted that the batteries of 2,300 cars had caught fire.
    - “Our future is bright,” Blom said.
    - She thanked the staff and smiled.
    + The firm paid no taxes in 2022, the newspaper Kurier reported.
    + Its shares have lost half of their value since January.
    - Should the state step in?
    - Investors want answers.
    """

  static let feast = """
    - The band plays, the children dance, and the beer is cold.
    + The village has celebrated the feast every year since 1622.
    - “Where else would you want to be?” asks the innkeeper.
    + Fewer than 300 people live here, most of them older than sixty.
    + The school closed in 2009 because there were only four pupils left.
    - It is a place one likes to come back to.
    + According to the mayor, one house in three stands empty.
    - She dreams of a shop.
    + The bridge across the brook was built by prisoners of war.
    - Everyone is tired and happy.
    + Police counted eleven accidents on the road to the village last year, more than ever before.
    - See you next summer!
    """
}
