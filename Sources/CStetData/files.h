// Written by list-files.sh. Do not edit.
static const unsigned char file_0[] = {
#embed "../../Dictionaries/en/confusable-countries.tsv"
};
static const unsigned char file_1[] = {
#embed "../../Dictionaries/en/countries.tsv"
};
static const unsigned char file_2[] = {
#embed "../../Dictionaries/en/lexicon.tsv"
};
static const unsigned char file_3[] = {
#embed "../../Dictionaries/en/place-masks.txt"
};
static const unsigned char file_4[] = {
#embed "../../Rules/calque/since-duration.yml"
};
static const stet_data_file files[] = {
  {"Dictionaries/en/confusable-countries.tsv", file_0, sizeof(file_0)},
  {"Dictionaries/en/countries.tsv", file_1, sizeof(file_1)},
  {"Dictionaries/en/lexicon.tsv", file_2, sizeof(file_2)},
  {"Dictionaries/en/place-masks.txt", file_3, sizeof(file_3)},
  {"Rules/calque/since-duration.yml", file_4, sizeof(file_4)},
};
