// The data of name recognition.

#include "Embed.h"

    embed cembedded_gazetteer, "Gazetteer/gazetteer.bin"
    embed cembedded_words, "NameLists/words.bin"
    embed cembedded_names_model, "Models/names.model"
