// Written by list-files.sh. Do not edit.
static const unsigned char file_0[] = {
#embed "../../Dictionaries/en/lexicon.tsv"
};
static const unsigned char file_1[] = {
#embed "../../Dictionaries/en/tagger.bin"
};
static const stet_data_file files[] = {
  {"Dictionaries/en/lexicon.tsv", file_0, sizeof(file_0)},
  {"Dictionaries/en/tagger.bin", file_1, sizeof(file_1)},
};
