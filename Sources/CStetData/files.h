// Written by list-files.sh. Do not edit.
static const unsigned char file_0[] = {
#embed "../../Dictionaries/en/lexicon.tsv"
};
static const stet_data_file files[] = {
  {"Dictionaries/en/lexicon.tsv", file_0, sizeof(file_0)},
};
