// Written by list-files.sh. Do not edit.
static const unsigned char file_0[] = {
#embed "../../Dictionaries/en/confusable-countries.tsv"
};
static const unsigned char file_1[] = {
#embed "../../Dictionaries/en/countries.tsv"
};
static const unsigned char file_2[] = {
#embed "../../Dictionaries/en/frequency.bin"
};
static const unsigned char file_3[] = {
#embed "../../Dictionaries/en/lexicon.tsv"
};
static const unsigned char file_4[] = {
#embed "../../Dictionaries/en/name-families.tsv"
};
static const unsigned char file_5[] = {
#embed "../../Dictionaries/en/place-masks.txt"
};
static const unsigned char file_6[] = {
#embed "../../Dictionaries/en/places.txt"
};
static const unsigned char file_7[] = {
#embed "../../Dictionaries/en/stet.aff"
};
static const unsigned char file_8[] = {
#embed "../../Dictionaries/en/stet.dic"
};
static const unsigned char file_9[] = {
#embed "../../Rules/calque/since-duration.yml"
};
static const stet_data_file files[] = {
  {"Dictionaries/en/confusable-countries.tsv", file_0, sizeof(file_0)},
  {"Dictionaries/en/countries.tsv", file_1, sizeof(file_1)},
  {"Dictionaries/en/frequency.bin", file_2, sizeof(file_2)},
  {"Dictionaries/en/lexicon.tsv", file_3, sizeof(file_3)},
  {"Dictionaries/en/name-families.tsv", file_4, sizeof(file_4)},
  {"Dictionaries/en/place-masks.txt", file_5, sizeof(file_5)},
  {"Dictionaries/en/places.txt", file_6, sizeof(file_6)},
  {"Dictionaries/en/stet.aff", file_7, sizeof(file_7)},
  {"Dictionaries/en/stet.dic", file_8, sizeof(file_8)},
  {"Rules/calque/since-duration.yml", file_9, sizeof(file_9)},
};
