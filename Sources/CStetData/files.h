// Written by list-files.sh. Do not edit.
static const _Alignas(64) unsigned char file_0[] = {
#embed "../../Dictionaries/en/confusable-countries.tsv"
};
static const _Alignas(64) unsigned char file_1[] = {
#embed "../../Dictionaries/en/countries.tsv"
};
static const _Alignas(64) unsigned char file_2[] = {
#embed "../../Dictionaries/en/frequency.bin"
};
static const _Alignas(64) unsigned char file_3[] = {
#embed "../../Dictionaries/en/given-names.tsv"
};
static const _Alignas(64) unsigned char file_4[] = {
#embed "../../Dictionaries/en/irregular.tsv"
};
static const _Alignas(64) unsigned char file_5[] = {
#embed "../../Dictionaries/en/lexicon.tsv"
};
static const _Alignas(64) unsigned char file_6[] = {
#embed "../../Dictionaries/en/mention-words.tsv"
};
static const _Alignas(64) unsigned char file_7[] = {
#embed "../../Dictionaries/en/name-families.tsv"
};
static const _Alignas(64) unsigned char file_8[] = {
#embed "../../Dictionaries/en/organisations.tsv"
};
static const _Alignas(64) unsigned char file_9[] = {
#embed "../../Dictionaries/en/place-masks.txt"
};
static const _Alignas(64) unsigned char file_10[] = {
#embed "../../Dictionaries/en/places.txt"
};
static const _Alignas(64) unsigned char file_11[] = {
#embed "../../Dictionaries/en/statistics.bin"
};
static const _Alignas(64) unsigned char file_12[] = {
#embed "../../Dictionaries/en/stet.aff"
};
static const _Alignas(64) unsigned char file_13[] = {
#embed "../../Dictionaries/en/stet.dic"
};
static const _Alignas(64) unsigned char file_14[] = {
#embed "../../Dictionaries/en/tagger.bin"
};
static const _Alignas(64) unsigned char file_15[] = {
#embed "../../Dictionaries/en/world-places.tsv"
};
static const _Alignas(64) unsigned char file_16[] = {
#embed "../../Rules/calque/existential-have.yml"
};
static const _Alignas(64) unsigned char file_17[] = {
#embed "../../Rules/calque/noun-situation.yml"
};
static const _Alignas(64) unsigned char file_18[] = {
#embed "../../Rules/calque/since-duration.yml"
};
static const _Alignas(64) unsigned char file_19[] = {
#embed "../../Rules/encoding/control-character.md"
};
static const _Alignas(64) unsigned char file_20[] = {
#embed "../../Rules/encoding/html-entity-leak.md"
};
static const _Alignas(64) unsigned char file_21[] = {
#embed "../../Rules/encoding/malformed-utf8.md"
};
static const _Alignas(64) unsigned char file_22[] = {
#embed "../../Rules/encoding/mojibake.md"
};
static const _Alignas(64) unsigned char file_23[] = {
#embed "../../Rules/encoding/replacement-character.md"
};
static const _Alignas(64) unsigned char file_24[] = {
#embed "../../Rules/encoding/soft-hyphen.md"
};
static const _Alignas(64) unsigned char file_25[] = {
#embed "../../Rules/encoding/stray-no-break-space.md"
};
static const _Alignas(64) unsigned char file_26[] = {
#embed "../../Rules/encoding/zero-width-character.md"
};
static const _Alignas(64) unsigned char file_27[] = {
#embed "../../Rules/grammar/double-comparative.yml"
};
static const _Alignas(64) unsigned char file_28[] = {
#embed "../../Rules/grammar/one-of-singular.yml"
};
static const _Alignas(64) unsigned char file_29[] = {
#embed "../../Rules/grammar/perfect-with-finished-time.yml"
};
static const _Alignas(64) unsigned char file_30[] = {
#embed "../../Rules/grammar/verb-preposition-extra.yml"
};
static const _Alignas(64) unsigned char file_31[] = {
#embed "../../Rules/names/name-romanisation-variant.md"
};
static const _Alignas(64) unsigned char file_32[] = {
#embed "../../Rules/numbers/double-currency.yml"
};
static const _Alignas(64) unsigned char file_33[] = {
#embed "../../Rules/places/demonym-country-mismatch.md"
};
static const _Alignas(64) unsigned char file_34[] = {
#embed "../../Rules/places/nonword-demonym.yml"
};
static const _Alignas(64) unsigned char file_35[] = {
#embed "../../Rules/punctuation/unbalanced-double-quote.md"
};
static const _Alignas(64) unsigned char file_36[] = {
#embed "../../Rules/reference/country-he-she.md"
};
static const _Alignas(64) unsigned char file_37[] = {
#embed "../../Rules/reference/country-his-her-country.md"
};
static const _Alignas(64) unsigned char file_38[] = {
#embed "../../Rules/residue/advertisement-line.yml"
};
static const _Alignas(64) unsigned char file_39[] = {
#embed "../../Rules/residue/desk-tag.yml"
};
static const _Alignas(64) unsigned char file_40[] = {
#embed "../../Rules/residue/filler-text.yml"
};
static const _Alignas(64) unsigned char file_41[] = {
#embed "../../Rules/residue/image-credit.yml"
};
static const _Alignas(64) unsigned char file_42[] = {
#embed "../../Rules/residue/llm-cutoff-disclaimer.yml"
};
static const _Alignas(64) unsigned char file_43[] = {
#embed "../../Rules/residue/llm-follow-up-offer.yml"
};
static const _Alignas(64) unsigned char file_44[] = {
#embed "../../Rules/residue/llm-preamble.yml"
};
static const _Alignas(64) unsigned char file_45[] = {
#embed "../../Rules/residue/llm-prompt-leak.yml"
};
static const _Alignas(64) unsigned char file_46[] = {
#embed "../../Rules/residue/llm-refusal.yml"
};
static const _Alignas(64) unsigned char file_47[] = {
#embed "../../Rules/residue/llm-self-reference.yml"
};
static const _Alignas(64) unsigned char file_48[] = {
#embed "../../Rules/residue/related-links.yml"
};
static const _Alignas(64) unsigned char file_49[] = {
#embed "../../Rules/residue/share-prompt.yml"
};
static const _Alignas(64) unsigned char file_50[] = {
#embed "../../Rules/residue/tortured-phrase.yml"
};
static const _Alignas(64) unsigned char file_51[] = {
#embed "../../Rules/spelling/unknown-word.md"
};
static const _Alignas(64) unsigned char file_52[] = {
#embed "../../Rules/stray/adjacent-phrase-repeat.md"
};
static const _Alignas(64) unsigned char file_53[] = {
#embed "../../Rules/stray/determiner-capital-function-word.md"
};
static const _Alignas(64) unsigned char file_54[] = {
#embed "../../Rules/stray/determiner-determiner.md"
};
static const _Alignas(64) unsigned char file_55[] = {
#embed "../../Rules/stray/doubled-word.md"
};
static const _Alignas(64) unsigned char file_56[] = {
#embed "../../Rules/stray/midsentence-capital-function-word.md"
};
static const _Alignas(64) unsigned char file_57[] = {
#embed "../../Rules/stray/repeated-ngram-loop.md"
};
static const stet_data_file files[] = {
  {"Dictionaries/en/confusable-countries.tsv", file_0, sizeof(file_0)},
  {"Dictionaries/en/countries.tsv", file_1, sizeof(file_1)},
  {"Dictionaries/en/frequency.bin", file_2, sizeof(file_2)},
  {"Dictionaries/en/given-names.tsv", file_3, sizeof(file_3)},
  {"Dictionaries/en/irregular.tsv", file_4, sizeof(file_4)},
  {"Dictionaries/en/lexicon.tsv", file_5, sizeof(file_5)},
  {"Dictionaries/en/mention-words.tsv", file_6, sizeof(file_6)},
  {"Dictionaries/en/name-families.tsv", file_7, sizeof(file_7)},
  {"Dictionaries/en/organisations.tsv", file_8, sizeof(file_8)},
  {"Dictionaries/en/place-masks.txt", file_9, sizeof(file_9)},
  {"Dictionaries/en/places.txt", file_10, sizeof(file_10)},
  {"Dictionaries/en/statistics.bin", file_11, sizeof(file_11)},
  {"Dictionaries/en/stet.aff", file_12, sizeof(file_12)},
  {"Dictionaries/en/stet.dic", file_13, sizeof(file_13)},
  {"Dictionaries/en/tagger.bin", file_14, sizeof(file_14)},
  {"Dictionaries/en/world-places.tsv", file_15, sizeof(file_15)},
  {"Rules/calque/existential-have.yml", file_16, sizeof(file_16)},
  {"Rules/calque/noun-situation.yml", file_17, sizeof(file_17)},
  {"Rules/calque/since-duration.yml", file_18, sizeof(file_18)},
  {"Rules/encoding/control-character.md", file_19, sizeof(file_19)},
  {"Rules/encoding/html-entity-leak.md", file_20, sizeof(file_20)},
  {"Rules/encoding/malformed-utf8.md", file_21, sizeof(file_21)},
  {"Rules/encoding/mojibake.md", file_22, sizeof(file_22)},
  {"Rules/encoding/replacement-character.md", file_23, sizeof(file_23)},
  {"Rules/encoding/soft-hyphen.md", file_24, sizeof(file_24)},
  {"Rules/encoding/stray-no-break-space.md", file_25, sizeof(file_25)},
  {"Rules/encoding/zero-width-character.md", file_26, sizeof(file_26)},
  {"Rules/grammar/double-comparative.yml", file_27, sizeof(file_27)},
  {"Rules/grammar/one-of-singular.yml", file_28, sizeof(file_28)},
  {"Rules/grammar/perfect-with-finished-time.yml", file_29, sizeof(file_29)},
  {"Rules/grammar/verb-preposition-extra.yml", file_30, sizeof(file_30)},
  {"Rules/names/name-romanisation-variant.md", file_31, sizeof(file_31)},
  {"Rules/numbers/double-currency.yml", file_32, sizeof(file_32)},
  {"Rules/places/demonym-country-mismatch.md", file_33, sizeof(file_33)},
  {"Rules/places/nonword-demonym.yml", file_34, sizeof(file_34)},
  {"Rules/punctuation/unbalanced-double-quote.md", file_35, sizeof(file_35)},
  {"Rules/reference/country-he-she.md", file_36, sizeof(file_36)},
  {"Rules/reference/country-his-her-country.md", file_37, sizeof(file_37)},
  {"Rules/residue/advertisement-line.yml", file_38, sizeof(file_38)},
  {"Rules/residue/desk-tag.yml", file_39, sizeof(file_39)},
  {"Rules/residue/filler-text.yml", file_40, sizeof(file_40)},
  {"Rules/residue/image-credit.yml", file_41, sizeof(file_41)},
  {"Rules/residue/llm-cutoff-disclaimer.yml", file_42, sizeof(file_42)},
  {"Rules/residue/llm-follow-up-offer.yml", file_43, sizeof(file_43)},
  {"Rules/residue/llm-preamble.yml", file_44, sizeof(file_44)},
  {"Rules/residue/llm-prompt-leak.yml", file_45, sizeof(file_45)},
  {"Rules/residue/llm-refusal.yml", file_46, sizeof(file_46)},
  {"Rules/residue/llm-self-reference.yml", file_47, sizeof(file_47)},
  {"Rules/residue/related-links.yml", file_48, sizeof(file_48)},
  {"Rules/residue/share-prompt.yml", file_49, sizeof(file_49)},
  {"Rules/residue/tortured-phrase.yml", file_50, sizeof(file_50)},
  {"Rules/spelling/unknown-word.md", file_51, sizeof(file_51)},
  {"Rules/stray/adjacent-phrase-repeat.md", file_52, sizeof(file_52)},
  {"Rules/stray/determiner-capital-function-word.md", file_53, sizeof(file_53)},
  {"Rules/stray/determiner-determiner.md", file_54, sizeof(file_54)},
  {"Rules/stray/doubled-word.md", file_55, sizeof(file_55)},
  {"Rules/stray/midsentence-capital-function-word.md", file_56, sizeof(file_56)},
  {"Rules/stray/repeated-ngram-loop.md", file_57, sizeof(file_57)},
};
