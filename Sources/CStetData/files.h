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
#embed "../../Rules/encoding/backslash-escape.md"
};
static const _Alignas(64) unsigned char file_20[] = {
#embed "../../Rules/encoding/bidi-control.md"
};
static const _Alignas(64) unsigned char file_21[] = {
#embed "../../Rules/encoding/control-character.md"
};
static const _Alignas(64) unsigned char file_22[] = {
#embed "../../Rules/encoding/decomposed-character.md"
};
static const _Alignas(64) unsigned char file_23[] = {
#embed "../../Rules/encoding/double-space.md"
};
static const _Alignas(64) unsigned char file_24[] = {
#embed "../../Rules/encoding/fullwidth-character.md"
};
static const _Alignas(64) unsigned char file_25[] = {
#embed "../../Rules/encoding/homoglyph.md"
};
static const _Alignas(64) unsigned char file_26[] = {
#embed "../../Rules/encoding/html-entity-leak.md"
};
static const _Alignas(64) unsigned char file_27[] = {
#embed "../../Rules/encoding/ligature.md"
};
static const _Alignas(64) unsigned char file_28[] = {
#embed "../../Rules/encoding/line-separator.md"
};
static const _Alignas(64) unsigned char file_29[] = {
#embed "../../Rules/encoding/malformed-utf8.md"
};
static const _Alignas(64) unsigned char file_30[] = {
#embed "../../Rules/encoding/mixed-script-word.md"
};
static const _Alignas(64) unsigned char file_31[] = {
#embed "../../Rules/encoding/mojibake.md"
};
static const _Alignas(64) unsigned char file_32[] = {
#embed "../../Rules/encoding/percent-encoding.md"
};
static const _Alignas(64) unsigned char file_33[] = {
#embed "../../Rules/encoding/private-use-character.md"
};
static const _Alignas(64) unsigned char file_34[] = {
#embed "../../Rules/encoding/replacement-character.md"
};
static const _Alignas(64) unsigned char file_35[] = {
#embed "../../Rules/encoding/soft-hyphen.md"
};
static const _Alignas(64) unsigned char file_36[] = {
#embed "../../Rules/encoding/stray-no-break-space.md"
};
static const _Alignas(64) unsigned char file_37[] = {
#embed "../../Rules/encoding/styled-letters.md"
};
static const _Alignas(64) unsigned char file_38[] = {
#embed "../../Rules/encoding/unk-token.md"
};
static const _Alignas(64) unsigned char file_39[] = {
#embed "../../Rules/encoding/unusual-space.md"
};
static const _Alignas(64) unsigned char file_40[] = {
#embed "../../Rules/encoding/zero-width-character.md"
};
static const _Alignas(64) unsigned char file_41[] = {
#embed "../../Rules/grammar/double-comparative.yml"
};
static const _Alignas(64) unsigned char file_42[] = {
#embed "../../Rules/grammar/one-of-singular.yml"
};
static const _Alignas(64) unsigned char file_43[] = {
#embed "../../Rules/grammar/perfect-with-finished-time.yml"
};
static const _Alignas(64) unsigned char file_44[] = {
#embed "../../Rules/grammar/verb-preposition-extra.yml"
};
static const _Alignas(64) unsigned char file_45[] = {
#embed "../../Rules/names/name-romanisation-variant.md"
};
static const _Alignas(64) unsigned char file_46[] = {
#embed "../../Rules/numbers/double-currency.yml"
};
static const _Alignas(64) unsigned char file_47[] = {
#embed "../../Rules/places/demonym-country-mismatch.md"
};
static const _Alignas(64) unsigned char file_48[] = {
#embed "../../Rules/places/nonword-demonym.yml"
};
static const _Alignas(64) unsigned char file_49[] = {
#embed "../../Rules/punctuation/accent-as-apostrophe.md"
};
static const _Alignas(64) unsigned char file_50[] = {
#embed "../../Rules/punctuation/comma-outside-quote.md"
};
static const _Alignas(64) unsigned char file_51[] = {
#embed "../../Rules/punctuation/dash-spacing.md"
};
static const _Alignas(64) unsigned char file_52[] = {
#embed "../../Rules/punctuation/double-punctuation.md"
};
static const _Alignas(64) unsigned char file_53[] = {
#embed "../../Rules/punctuation/doubled-quote.md"
};
static const _Alignas(64) unsigned char file_54[] = {
#embed "../../Rules/punctuation/ellipsis-form.md"
};
static const _Alignas(64) unsigned char file_55[] = {
#embed "../../Rules/punctuation/empty-bracket.md"
};
static const _Alignas(64) unsigned char file_56[] = {
#embed "../../Rules/punctuation/foreign-punctuation.md"
};
static const _Alignas(64) unsigned char file_57[] = {
#embed "../../Rules/punctuation/foreign-quotation-marks.md"
};
static const _Alignas(64) unsigned char file_58[] = {
#embed "../../Rules/punctuation/hyphen-for-dash.md"
};
static const _Alignas(64) unsigned char file_59[] = {
#embed "../../Rules/punctuation/leading-punctuation.md"
};
static const _Alignas(64) unsigned char file_60[] = {
#embed "../../Rules/punctuation/missing-space-after-punctuation.md"
};
static const _Alignas(64) unsigned char file_61[] = {
#embed "../../Rules/punctuation/missing-space-beside-bracket.md"
};
static const _Alignas(64) unsigned char file_62[] = {
#embed "../../Rules/punctuation/missing-space-beside-quote.md"
};
static const _Alignas(64) unsigned char file_63[] = {
#embed "../../Rules/punctuation/nested-same-quotes.md"
};
static const _Alignas(64) unsigned char file_64[] = {
#embed "../../Rules/punctuation/repeated-outcry.md"
};
static const _Alignas(64) unsigned char file_65[] = {
#embed "../../Rules/punctuation/reversed-apostrophe.md"
};
static const _Alignas(64) unsigned char file_66[] = {
#embed "../../Rules/punctuation/reversed-quote.md"
};
static const _Alignas(64) unsigned char file_67[] = {
#embed "../../Rules/punctuation/space-before-percent.md"
};
static const _Alignas(64) unsigned char file_68[] = {
#embed "../../Rules/punctuation/space-before-punctuation.md"
};
static const _Alignas(64) unsigned char file_69[] = {
#embed "../../Rules/punctuation/space-beside-hyphen.md"
};
static const _Alignas(64) unsigned char file_70[] = {
#embed "../../Rules/punctuation/space-inside-bracket.md"
};
static const _Alignas(64) unsigned char file_71[] = {
#embed "../../Rules/punctuation/space-inside-quotes.md"
};
static const _Alignas(64) unsigned char file_72[] = {
#embed "../../Rules/punctuation/speech-comma.md"
};
static const _Alignas(64) unsigned char file_73[] = {
#embed "../../Rules/punctuation/tokenised-output.md"
};
static const _Alignas(64) unsigned char file_74[] = {
#embed "../../Rules/punctuation/typewriter-quote.md"
};
static const _Alignas(64) unsigned char file_75[] = {
#embed "../../Rules/punctuation/unbalanced-bracket.md"
};
static const _Alignas(64) unsigned char file_76[] = {
#embed "../../Rules/punctuation/unbalanced-double-quote.md"
};
static const _Alignas(64) unsigned char file_77[] = {
#embed "../../Rules/reference/country-he-she.md"
};
static const _Alignas(64) unsigned char file_78[] = {
#embed "../../Rules/reference/country-his-her-country.md"
};
static const _Alignas(64) unsigned char file_79[] = {
#embed "../../Rules/residue/advertisement-line.yml"
};
static const _Alignas(64) unsigned char file_80[] = {
#embed "../../Rules/residue/desk-tag.yml"
};
static const _Alignas(64) unsigned char file_81[] = {
#embed "../../Rules/residue/filler-text.yml"
};
static const _Alignas(64) unsigned char file_82[] = {
#embed "../../Rules/residue/image-credit.yml"
};
static const _Alignas(64) unsigned char file_83[] = {
#embed "../../Rules/residue/llm-cutoff-disclaimer.yml"
};
static const _Alignas(64) unsigned char file_84[] = {
#embed "../../Rules/residue/llm-follow-up-offer.yml"
};
static const _Alignas(64) unsigned char file_85[] = {
#embed "../../Rules/residue/llm-preamble.yml"
};
static const _Alignas(64) unsigned char file_86[] = {
#embed "../../Rules/residue/llm-prompt-leak.yml"
};
static const _Alignas(64) unsigned char file_87[] = {
#embed "../../Rules/residue/llm-refusal.yml"
};
static const _Alignas(64) unsigned char file_88[] = {
#embed "../../Rules/residue/llm-self-reference.yml"
};
static const _Alignas(64) unsigned char file_89[] = {
#embed "../../Rules/residue/related-links.yml"
};
static const _Alignas(64) unsigned char file_90[] = {
#embed "../../Rules/residue/share-prompt.yml"
};
static const _Alignas(64) unsigned char file_91[] = {
#embed "../../Rules/residue/tortured-phrase.yml"
};
static const _Alignas(64) unsigned char file_92[] = {
#embed "../../Rules/spelling/unknown-word.md"
};
static const _Alignas(64) unsigned char file_93[] = {
#embed "../../Rules/stray/adjacent-phrase-repeat.md"
};
static const _Alignas(64) unsigned char file_94[] = {
#embed "../../Rules/stray/determiner-capital-function-word.md"
};
static const _Alignas(64) unsigned char file_95[] = {
#embed "../../Rules/stray/determiner-determiner.md"
};
static const _Alignas(64) unsigned char file_96[] = {
#embed "../../Rules/stray/doubled-word.md"
};
static const _Alignas(64) unsigned char file_97[] = {
#embed "../../Rules/stray/midsentence-capital-function-word.md"
};
static const _Alignas(64) unsigned char file_98[] = {
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
  {"Rules/encoding/backslash-escape.md", file_19, sizeof(file_19)},
  {"Rules/encoding/bidi-control.md", file_20, sizeof(file_20)},
  {"Rules/encoding/control-character.md", file_21, sizeof(file_21)},
  {"Rules/encoding/decomposed-character.md", file_22, sizeof(file_22)},
  {"Rules/encoding/double-space.md", file_23, sizeof(file_23)},
  {"Rules/encoding/fullwidth-character.md", file_24, sizeof(file_24)},
  {"Rules/encoding/homoglyph.md", file_25, sizeof(file_25)},
  {"Rules/encoding/html-entity-leak.md", file_26, sizeof(file_26)},
  {"Rules/encoding/ligature.md", file_27, sizeof(file_27)},
  {"Rules/encoding/line-separator.md", file_28, sizeof(file_28)},
  {"Rules/encoding/malformed-utf8.md", file_29, sizeof(file_29)},
  {"Rules/encoding/mixed-script-word.md", file_30, sizeof(file_30)},
  {"Rules/encoding/mojibake.md", file_31, sizeof(file_31)},
  {"Rules/encoding/percent-encoding.md", file_32, sizeof(file_32)},
  {"Rules/encoding/private-use-character.md", file_33, sizeof(file_33)},
  {"Rules/encoding/replacement-character.md", file_34, sizeof(file_34)},
  {"Rules/encoding/soft-hyphen.md", file_35, sizeof(file_35)},
  {"Rules/encoding/stray-no-break-space.md", file_36, sizeof(file_36)},
  {"Rules/encoding/styled-letters.md", file_37, sizeof(file_37)},
  {"Rules/encoding/unk-token.md", file_38, sizeof(file_38)},
  {"Rules/encoding/unusual-space.md", file_39, sizeof(file_39)},
  {"Rules/encoding/zero-width-character.md", file_40, sizeof(file_40)},
  {"Rules/grammar/double-comparative.yml", file_41, sizeof(file_41)},
  {"Rules/grammar/one-of-singular.yml", file_42, sizeof(file_42)},
  {"Rules/grammar/perfect-with-finished-time.yml", file_43, sizeof(file_43)},
  {"Rules/grammar/verb-preposition-extra.yml", file_44, sizeof(file_44)},
  {"Rules/names/name-romanisation-variant.md", file_45, sizeof(file_45)},
  {"Rules/numbers/double-currency.yml", file_46, sizeof(file_46)},
  {"Rules/places/demonym-country-mismatch.md", file_47, sizeof(file_47)},
  {"Rules/places/nonword-demonym.yml", file_48, sizeof(file_48)},
  {"Rules/punctuation/accent-as-apostrophe.md", file_49, sizeof(file_49)},
  {"Rules/punctuation/comma-outside-quote.md", file_50, sizeof(file_50)},
  {"Rules/punctuation/dash-spacing.md", file_51, sizeof(file_51)},
  {"Rules/punctuation/double-punctuation.md", file_52, sizeof(file_52)},
  {"Rules/punctuation/doubled-quote.md", file_53, sizeof(file_53)},
  {"Rules/punctuation/ellipsis-form.md", file_54, sizeof(file_54)},
  {"Rules/punctuation/empty-bracket.md", file_55, sizeof(file_55)},
  {"Rules/punctuation/foreign-punctuation.md", file_56, sizeof(file_56)},
  {"Rules/punctuation/foreign-quotation-marks.md", file_57, sizeof(file_57)},
  {"Rules/punctuation/hyphen-for-dash.md", file_58, sizeof(file_58)},
  {"Rules/punctuation/leading-punctuation.md", file_59, sizeof(file_59)},
  {"Rules/punctuation/missing-space-after-punctuation.md", file_60, sizeof(file_60)},
  {"Rules/punctuation/missing-space-beside-bracket.md", file_61, sizeof(file_61)},
  {"Rules/punctuation/missing-space-beside-quote.md", file_62, sizeof(file_62)},
  {"Rules/punctuation/nested-same-quotes.md", file_63, sizeof(file_63)},
  {"Rules/punctuation/repeated-outcry.md", file_64, sizeof(file_64)},
  {"Rules/punctuation/reversed-apostrophe.md", file_65, sizeof(file_65)},
  {"Rules/punctuation/reversed-quote.md", file_66, sizeof(file_66)},
  {"Rules/punctuation/space-before-percent.md", file_67, sizeof(file_67)},
  {"Rules/punctuation/space-before-punctuation.md", file_68, sizeof(file_68)},
  {"Rules/punctuation/space-beside-hyphen.md", file_69, sizeof(file_69)},
  {"Rules/punctuation/space-inside-bracket.md", file_70, sizeof(file_70)},
  {"Rules/punctuation/space-inside-quotes.md", file_71, sizeof(file_71)},
  {"Rules/punctuation/speech-comma.md", file_72, sizeof(file_72)},
  {"Rules/punctuation/tokenised-output.md", file_73, sizeof(file_73)},
  {"Rules/punctuation/typewriter-quote.md", file_74, sizeof(file_74)},
  {"Rules/punctuation/unbalanced-bracket.md", file_75, sizeof(file_75)},
  {"Rules/punctuation/unbalanced-double-quote.md", file_76, sizeof(file_76)},
  {"Rules/reference/country-he-she.md", file_77, sizeof(file_77)},
  {"Rules/reference/country-his-her-country.md", file_78, sizeof(file_78)},
  {"Rules/residue/advertisement-line.yml", file_79, sizeof(file_79)},
  {"Rules/residue/desk-tag.yml", file_80, sizeof(file_80)},
  {"Rules/residue/filler-text.yml", file_81, sizeof(file_81)},
  {"Rules/residue/image-credit.yml", file_82, sizeof(file_82)},
  {"Rules/residue/llm-cutoff-disclaimer.yml", file_83, sizeof(file_83)},
  {"Rules/residue/llm-follow-up-offer.yml", file_84, sizeof(file_84)},
  {"Rules/residue/llm-preamble.yml", file_85, sizeof(file_85)},
  {"Rules/residue/llm-prompt-leak.yml", file_86, sizeof(file_86)},
  {"Rules/residue/llm-refusal.yml", file_87, sizeof(file_87)},
  {"Rules/residue/llm-self-reference.yml", file_88, sizeof(file_88)},
  {"Rules/residue/related-links.yml", file_89, sizeof(file_89)},
  {"Rules/residue/share-prompt.yml", file_90, sizeof(file_90)},
  {"Rules/residue/tortured-phrase.yml", file_91, sizeof(file_91)},
  {"Rules/spelling/unknown-word.md", file_92, sizeof(file_92)},
  {"Rules/stray/adjacent-phrase-repeat.md", file_93, sizeof(file_93)},
  {"Rules/stray/determiner-capital-function-word.md", file_94, sizeof(file_94)},
  {"Rules/stray/determiner-determiner.md", file_95, sizeof(file_95)},
  {"Rules/stray/doubled-word.md", file_96, sizeof(file_96)},
  {"Rules/stray/midsentence-capital-function-word.md", file_97, sizeof(file_97)},
  {"Rules/stray/repeated-ngram-loop.md", file_98, sizeof(file_98)},
};
