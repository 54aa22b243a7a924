// The English words that tell a spelling mistake from another word.

#include "Embed.h"

    embed cembedded_english_words, "Spelling/english.bloom"
