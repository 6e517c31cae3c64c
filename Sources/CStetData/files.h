// Written by list-files.sh. Do not edit.
static const unsigned char file_0[] = {
#embed "../../Dictionaries/en/frequency.bin"
};
static const unsigned char file_1[] = {
#embed "../../Dictionaries/en/lexicon.tsv"
};
static const unsigned char file_2[] = {
#embed "../../Dictionaries/en/places.txt"
};
static const unsigned char file_3[] = {
#embed "../../Dictionaries/en/stet.aff"
};
static const unsigned char file_4[] = {
#embed "../../Dictionaries/en/stet.dic"
};
static const stet_data_file files[] = {
  {"Dictionaries/en/frequency.bin", file_0, sizeof(file_0)},
  {"Dictionaries/en/lexicon.tsv", file_1, sizeof(file_1)},
  {"Dictionaries/en/places.txt", file_2, sizeof(file_2)},
  {"Dictionaries/en/stet.aff", file_3, sizeof(file_3)},
  {"Dictionaries/en/stet.dic", file_4, sizeof(file_4)},
};
