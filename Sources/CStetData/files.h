// Written by list-files.sh. Do not edit.
static const unsigned char file_0[] = {
#embed "../../Dictionaries/en/irregular.tsv"
};
static const unsigned char file_1[] = {
#embed "../../Dictionaries/en/lexicon.tsv"
};
static const unsigned char file_2[] = {
#embed "../../Dictionaries/en/statistics.bin"
};
static const unsigned char file_3[] = {
#embed "../../Dictionaries/en/tagger.bin"
};
static const stet_data_file files[] = {
  {"Dictionaries/en/irregular.tsv", file_0, sizeof(file_0)},
  {"Dictionaries/en/lexicon.tsv", file_1, sizeof(file_1)},
  {"Dictionaries/en/statistics.bin", file_2, sizeof(file_2)},
  {"Dictionaries/en/tagger.bin", file_3, sizeof(file_3)},
};
