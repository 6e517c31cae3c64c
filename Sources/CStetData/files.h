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
#embed "../../Dictionaries/en/irregular.tsv"
};
static const unsigned char file_4[] = {
#embed "../../Dictionaries/en/lexicon.tsv"
};
static const unsigned char file_5[] = {
#embed "../../Dictionaries/en/name-families.tsv"
};
static const unsigned char file_6[] = {
#embed "../../Dictionaries/en/place-masks.txt"
};
static const unsigned char file_7[] = {
#embed "../../Dictionaries/en/places.txt"
};
static const unsigned char file_8[] = {
#embed "../../Dictionaries/en/statistics.bin"
};
static const unsigned char file_9[] = {
#embed "../../Dictionaries/en/stet.aff"
};
static const unsigned char file_10[] = {
#embed "../../Dictionaries/en/stet.dic"
};
static const unsigned char file_11[] = {
#embed "../../Dictionaries/en/tagger.bin"
};
static const unsigned char file_12[] = {
#embed "../../Rules/calque/existential-have.yml"
};
static const unsigned char file_13[] = {
#embed "../../Rules/calque/noun-situation.yml"
};
static const unsigned char file_14[] = {
#embed "../../Rules/calque/since-duration.yml"
};
static const unsigned char file_15[] = {
#embed "../../Rules/grammar/double-comparative.yml"
};
static const unsigned char file_16[] = {
#embed "../../Rules/grammar/one-of-singular.yml"
};
static const unsigned char file_17[] = {
#embed "../../Rules/grammar/perfect-with-finished-time.yml"
};
static const unsigned char file_18[] = {
#embed "../../Rules/grammar/verb-preposition-extra.yml"
};
static const unsigned char file_19[] = {
#embed "../../Rules/numbers/double-currency.yml"
};
static const unsigned char file_20[] = {
#embed "../../Rules/places/nonword-demonym.yml"
};
static const unsigned char file_21[] = {
#embed "../../Rules/residue/advertisement-line.yml"
};
static const unsigned char file_22[] = {
#embed "../../Rules/residue/desk-tag.yml"
};
static const unsigned char file_23[] = {
#embed "../../Rules/residue/filler-text.yml"
};
static const unsigned char file_24[] = {
#embed "../../Rules/residue/image-credit.yml"
};
static const unsigned char file_25[] = {
#embed "../../Rules/residue/llm-cutoff-disclaimer.yml"
};
static const unsigned char file_26[] = {
#embed "../../Rules/residue/llm-follow-up-offer.yml"
};
static const unsigned char file_27[] = {
#embed "../../Rules/residue/llm-preamble.yml"
};
static const unsigned char file_28[] = {
#embed "../../Rules/residue/llm-prompt-leak.yml"
};
static const unsigned char file_29[] = {
#embed "../../Rules/residue/llm-refusal.yml"
};
static const unsigned char file_30[] = {
#embed "../../Rules/residue/llm-self-reference.yml"
};
static const unsigned char file_31[] = {
#embed "../../Rules/residue/related-links.yml"
};
static const unsigned char file_32[] = {
#embed "../../Rules/residue/share-prompt.yml"
};
static const unsigned char file_33[] = {
#embed "../../Rules/residue/tortured-phrase.yml"
};
static const stet_data_file files[] = {
  {"Dictionaries/en/confusable-countries.tsv", file_0, sizeof(file_0)},
  {"Dictionaries/en/countries.tsv", file_1, sizeof(file_1)},
  {"Dictionaries/en/frequency.bin", file_2, sizeof(file_2)},
  {"Dictionaries/en/irregular.tsv", file_3, sizeof(file_3)},
  {"Dictionaries/en/lexicon.tsv", file_4, sizeof(file_4)},
  {"Dictionaries/en/name-families.tsv", file_5, sizeof(file_5)},
  {"Dictionaries/en/place-masks.txt", file_6, sizeof(file_6)},
  {"Dictionaries/en/places.txt", file_7, sizeof(file_7)},
  {"Dictionaries/en/statistics.bin", file_8, sizeof(file_8)},
  {"Dictionaries/en/stet.aff", file_9, sizeof(file_9)},
  {"Dictionaries/en/stet.dic", file_10, sizeof(file_10)},
  {"Dictionaries/en/tagger.bin", file_11, sizeof(file_11)},
  {"Rules/calque/existential-have.yml", file_12, sizeof(file_12)},
  {"Rules/calque/noun-situation.yml", file_13, sizeof(file_13)},
  {"Rules/calque/since-duration.yml", file_14, sizeof(file_14)},
  {"Rules/grammar/double-comparative.yml", file_15, sizeof(file_15)},
  {"Rules/grammar/one-of-singular.yml", file_16, sizeof(file_16)},
  {"Rules/grammar/perfect-with-finished-time.yml", file_17, sizeof(file_17)},
  {"Rules/grammar/verb-preposition-extra.yml", file_18, sizeof(file_18)},
  {"Rules/numbers/double-currency.yml", file_19, sizeof(file_19)},
  {"Rules/places/nonword-demonym.yml", file_20, sizeof(file_20)},
  {"Rules/residue/advertisement-line.yml", file_21, sizeof(file_21)},
  {"Rules/residue/desk-tag.yml", file_22, sizeof(file_22)},
  {"Rules/residue/filler-text.yml", file_23, sizeof(file_23)},
  {"Rules/residue/image-credit.yml", file_24, sizeof(file_24)},
  {"Rules/residue/llm-cutoff-disclaimer.yml", file_25, sizeof(file_25)},
  {"Rules/residue/llm-follow-up-offer.yml", file_26, sizeof(file_26)},
  {"Rules/residue/llm-preamble.yml", file_27, sizeof(file_27)},
  {"Rules/residue/llm-prompt-leak.yml", file_28, sizeof(file_28)},
  {"Rules/residue/llm-refusal.yml", file_29, sizeof(file_29)},
  {"Rules/residue/llm-self-reference.yml", file_30, sizeof(file_30)},
  {"Rules/residue/related-links.yml", file_31, sizeof(file_31)},
  {"Rules/residue/share-prompt.yml", file_32, sizeof(file_32)},
  {"Rules/residue/tortured-phrase.yml", file_33, sizeof(file_33)},
};
