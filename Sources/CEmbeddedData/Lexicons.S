// The lexicons of the languages.

#include "Embed.h"

    embed cembedded_lexicon_en, "Lexicons/en.lexicon"
    embed cembedded_lexicon_de, "Lexicons/de.lexicon"
    embed cembedded_lexicon_fr, "Lexicons/fr.lexicon"
    embed cembedded_lexicon_es, "Lexicons/es.lexicon"
