// Common first names with the gender that they usually tell; general knowledge, not from any article.

/// First names of many countries.
enum FirstNames {
  /// The lists with their traits.
  static let all: [(String, WordTraits)] = [
    (men, [.firstName, .masculine]), (women, [.firstName, .feminine]),
    (
      "alex chris pat jordan taylor casey jamie robin sam leslie lee jesse morgan cameron",
      .firstName
    ),
  ]

  private static let men = """
    james john robert michael william david richard joseph thomas charles christopher daniel matthew
    anthony mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy
    jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin
    samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose adam henry
    nathan douglas zachary peter kyle walter ethan jeremy harold keith christian roger noah gerald
    carl terry sean austin arthur lawrence dylan bryan joe billy bruce albert willie gabriel logan
    alan juan wayne roy ralph randy eugene vincent russell elijah louis bobby philip johnny mike bill
    bob jim tom tim dan dave steve jeff greg ted ben ken ron don rick rob bernie mitt barack joe newt
    rand marco rudy rupert karl hans franz josef wolfgang klaus jürgen heinz helmut gerhard olaf
    pierre jean françois jacques michel emmanuel nicolas luis carlos miguel jorge pedro pablo diego
    fernando javier manuel antonio francisco rafael alejandro sergio mario giovanni giuseppe marco
    luigi paolo matteo silvio vladimir sergei sergey dmitry dmitri alexei aleksandr ivan mikhail
    nikolai boris viktor oleg igor yuri andrei anatoly pavel volodymyr petro leonid mykola andriy
    mohammed muhammad mohamed mohammad ahmed ahmad ali hassan hussein omar abdullah ibrahim khalid
    mahmoud mustafa yusuf tariq abdul abu bashar saddam osama recep hamid ashraf imran narendra
    rahul rajesh sanjay amit arun manmohan xi jinping hiroshi kenji shinzo takashi kim jong yoshihide
    kofi nelson jacob cyril barack desmond uhuru jens lars erik sven anders olof björn magnus
    benjamin binyamin shimon ehud yitzhak moshe avi naftali simon neil ian nigel graham gordon
    alastair colin derek stuart gareth owen liam oliver harry jeremy boris rishi keir tony cameron
    brad chad brett craig doug earl ernest floyd fred gene glenn harvey howard hugh jay jerome jesus
    leo leon lewis lloyd luke marcus martin marvin maurice max melvin mitch mitchell neil norman oscar
    pete phil phillip ray reginald ricardo rodney ross shane sidney stanley stuart theodore todd tony
    travis troy vernon victor warren wesley angel chuck clarence clifford corey curtis dean derrick
    edwin francis julian justin leonard lindsey reince raul fidel hugo evo nicolás enrique felipe
    """

  private static let women = """
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra
    margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie dorothy
    rebecca sharon laura cynthia amy kathleen angela shirley brenda emma anna pamela nicole samantha
    katherine christine helen debra rachel carolyn janet maria catherine heather diane olivia julie
    joyce victoria ruth virginia lauren kelly christina joan evelyn judith andrea hannah cheryl megan
    jacqueline martha madison teresa gloria sara janice ann kathryn abigail sophia frances jean alice
    judy isabella julia grace amber denise danielle marilyn beverly charlotte natalie theresa diana
    brittany doris kayla alexis lori marie hillary ivanka melania chelsea sally kate katie jane jill
    jenny carly condoleezza nikki kellyanne huma angela ursula sabine petra monika claudia heike anja
    annalena christiane ségolène françoise brigitte isabelle nathalie sophie carmen ana rosa lucia
    elena sofia isabel pilar dolores cristina dilma giulia francesca chiara giorgia olga tatiana
    natalia svetlana irina ekaterina yulia anastasia ludmila maryna oksana fatima aisha khadija
    zainab layla maryam noor amina benazir malala indira sonia priya sushma mei ling yuki keiko akiko
    theresa nicola fiona gemma priti liz jacinda julia gillian helle erna mette sanna greta ingrid
    astrid tsipi golda ellen winnie sheikh yingluck aung megyn paula phyllis rita robin rose tammy
    tara tina tracy valerie vanessa wendy yvonne anne april audrey bonnie carla connie crystal dawn
    debbie edith eleanor elaine ethel florence gail gladys hazel holly irene jackie joanne josephine
    juanita june kathy kim kristen lillian loretta lorraine lucille lucy lynn marjorie maureen
    mildred norma pauline peggy regina renee roberta sheila sylvia tiffany veronica vivian
    """
}
