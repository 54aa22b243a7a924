// Words that the names of organisations are made with.

/// Heads of names, written with a capital: "Ministry", "Bank", "Inc.", "Times".
enum OrganisationWords {
  /// Bodies, companies, outlets and clubs.
  static let bodies = """
    ministry department agency association committee council commission university institute
    foundation union federation league party bank fund trust society organization organisation
    authority administration bureau office board court police college school academy hospital church
    inc inc. corp corp. corporation co. ltd ltd. llc plc company group holdings airlines airways motors
    industries systems partners parliament assembly senate congress cabinet treasury army navy force
    forces guard alliance coalition movement brigade brigades front network institution museum
    orchestra laboratory chamber legislature campaign
    times post news journal herald tribune gazette guardian telegraph mirror chronicle globe observer
    examiner inquirer courier sentinel dispatch press broadcasting television radio
    nations united fc rovers wanderers athletic albion hotspur
    cowboys yankees mets lakers celtics bulls patriots giants jets eagles packers bears lions vikings
    broncos raiders chiefs steelers browns bengals ravens redskins commanders dolphins bills texans
    colts titans jaguars saints falcons panthers buccaneers cardinals rams seahawks niners padres dodgers
    astros rangers mariners athletics twins royals tigers guardians orioles nationals phillies
    braves marlins brewers cubs pirates reds rockies diamondbacks knicks nets sixers raptors pistons
    pacers bucks hawks hornets heat wizards nuggets timberwolves thunder blazers jazz warriors clippers
    suns kings mavericks rockets grizzlies pelicans spurs canadiens bruins flyers penguins blackhawks
    """

  /// Organisations that are known by one word.
  static let known = """
    nato unesco unicef opec asean eu un imf wto nasa fbi cia nsa epa fda cdc bbc cnn nbc cbs npr fifa uefa
    reuters xinhua interpol europol hamas hezbollah greenpeace
    """
}
