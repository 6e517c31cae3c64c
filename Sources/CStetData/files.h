// Written by list-files.sh. Do not edit.
static const _Alignas(64) unsigned char file_0[] = {
#embed "../../Dictionaries/en/confusable-countries.tsv"
};
static const _Alignas(64) unsigned char file_1[] = {
#embed "../../Dictionaries/en/confusions.txt"
};
static const _Alignas(64) unsigned char file_2[] = {
#embed "../../Dictionaries/en/countries.tsv"
};
static const _Alignas(64) unsigned char file_3[] = {
#embed "../../Dictionaries/en/country-regions.tsv"
};
static const _Alignas(64) unsigned char file_4[] = {
#embed "../../Dictionaries/en/foreign-words.tsv"
};
static const _Alignas(64) unsigned char file_5[] = {
#embed "../../Dictionaries/en/frequency.bin"
};
static const _Alignas(64) unsigned char file_6[] = {
#embed "../../Dictionaries/en/given-names.tsv"
};
static const _Alignas(64) unsigned char file_7[] = {
#embed "../../Dictionaries/en/irregular.tsv"
};
static const _Alignas(64) unsigned char file_8[] = {
#embed "../../Dictionaries/en/lexicon.tsv"
};
static const _Alignas(64) unsigned char file_9[] = {
#embed "../../Dictionaries/en/mention-words.tsv"
};
static const _Alignas(64) unsigned char file_10[] = {
#embed "../../Dictionaries/en/name-families.tsv"
};
static const _Alignas(64) unsigned char file_11[] = {
#embed "../../Dictionaries/en/organisations.tsv"
};
static const _Alignas(64) unsigned char file_12[] = {
#embed "../../Dictionaries/en/place-masks.txt"
};
static const _Alignas(64) unsigned char file_13[] = {
#embed "../../Dictionaries/en/places.txt"
};
static const _Alignas(64) unsigned char file_14[] = {
#embed "../../Dictionaries/en/spelling-dialects.tsv"
};
static const _Alignas(64) unsigned char file_15[] = {
#embed "../../Dictionaries/en/statistics.bin"
};
static const _Alignas(64) unsigned char file_16[] = {
#embed "../../Dictionaries/en/stet.aff"
};
static const _Alignas(64) unsigned char file_17[] = {
#embed "../../Dictionaries/en/stet.dic"
};
static const _Alignas(64) unsigned char file_18[] = {
#embed "../../Dictionaries/en/tagger.bin"
};
static const _Alignas(64) unsigned char file_19[] = {
#embed "../../Dictionaries/en/world-places.tsv"
};
static const _Alignas(64) unsigned char file_20[] = {
#embed "../../Rules/calque/calque-opener.yml"
};
static const _Alignas(64) unsigned char file_21[] = {
#embed "../../Rules/calque/cleft-step-taken.yml"
};
static const _Alignas(64) unsigned char file_22[] = {
#embed "../../Rules/calque/distributive-singular.yml"
};
static const _Alignas(64) unsigned char file_23[] = {
#embed "../../Rules/calque/existential-have.yml"
};
static const _Alignas(64) unsigned char file_24[] = {
#embed "../../Rules/calque/noun-situation.yml"
};
static const _Alignas(64) unsigned char file_25[] = {
#embed "../../Rules/calque/present-participle-overuse.md"
};
static const _Alignas(64) unsigned char file_26[] = {
#embed "../../Rules/calque/since-duration.yml"
};
static const _Alignas(64) unsigned char file_27[] = {
#embed "../../Rules/encoding/backslash-escape.md"
};
static const _Alignas(64) unsigned char file_28[] = {
#embed "../../Rules/encoding/bidi-control.md"
};
static const _Alignas(64) unsigned char file_29[] = {
#embed "../../Rules/encoding/control-character.md"
};
static const _Alignas(64) unsigned char file_30[] = {
#embed "../../Rules/encoding/decomposed-character.md"
};
static const _Alignas(64) unsigned char file_31[] = {
#embed "../../Rules/encoding/double-space.md"
};
static const _Alignas(64) unsigned char file_32[] = {
#embed "../../Rules/encoding/fullwidth-character.md"
};
static const _Alignas(64) unsigned char file_33[] = {
#embed "../../Rules/encoding/homoglyph.md"
};
static const _Alignas(64) unsigned char file_34[] = {
#embed "../../Rules/encoding/html-entity-leak.md"
};
static const _Alignas(64) unsigned char file_35[] = {
#embed "../../Rules/encoding/ligature.md"
};
static const _Alignas(64) unsigned char file_36[] = {
#embed "../../Rules/encoding/line-separator.md"
};
static const _Alignas(64) unsigned char file_37[] = {
#embed "../../Rules/encoding/malformed-utf8.md"
};
static const _Alignas(64) unsigned char file_38[] = {
#embed "../../Rules/encoding/mixed-script-word.md"
};
static const _Alignas(64) unsigned char file_39[] = {
#embed "../../Rules/encoding/mojibake.md"
};
static const _Alignas(64) unsigned char file_40[] = {
#embed "../../Rules/encoding/percent-encoding.md"
};
static const _Alignas(64) unsigned char file_41[] = {
#embed "../../Rules/encoding/private-use-character.md"
};
static const _Alignas(64) unsigned char file_42[] = {
#embed "../../Rules/encoding/replacement-character.md"
};
static const _Alignas(64) unsigned char file_43[] = {
#embed "../../Rules/encoding/soft-hyphen.md"
};
static const _Alignas(64) unsigned char file_44[] = {
#embed "../../Rules/encoding/stray-no-break-space.md"
};
static const _Alignas(64) unsigned char file_45[] = {
#embed "../../Rules/encoding/styled-letters.md"
};
static const _Alignas(64) unsigned char file_46[] = {
#embed "../../Rules/encoding/unk-token.md"
};
static const _Alignas(64) unsigned char file_47[] = {
#embed "../../Rules/encoding/unusual-space.md"
};
static const _Alignas(64) unsigned char file_48[] = {
#embed "../../Rules/encoding/zero-width-character.md"
};
static const _Alignas(64) unsigned char file_49[] = {
#embed "../../Rules/grammar/a-an-mismatch.md"
};
static const _Alignas(64) unsigned char file_50[] = {
#embed "../../Rules/grammar/claimed-for-said.yml"
};
static const _Alignas(64) unsigned char file_51[] = {
#embed "../../Rules/grammar/demonstrative-agreement.md"
};
static const _Alignas(64) unsigned char file_52[] = {
#embed "../../Rules/grammar/double-comparative.yml"
};
static const _Alignas(64) unsigned char file_53[] = {
#embed "../../Rules/grammar/double-negative.yml"
};
static const _Alignas(64) unsigned char file_54[] = {
#embed "../../Rules/grammar/each-plural.md"
};
static const _Alignas(64) unsigned char file_55[] = {
#embed "../../Rules/grammar/long-sentence.md"
};
static const _Alignas(64) unsigned char file_56[] = {
#embed "../../Rules/grammar/missing-article.md"
};
static const _Alignas(64) unsigned char file_57[] = {
#embed "../../Rules/grammar/modal-of.yml"
};
static const _Alignas(64) unsigned char file_58[] = {
#embed "../../Rules/grammar/number-noun-agreement.md"
};
static const _Alignas(64) unsigned char file_59[] = {
#embed "../../Rules/grammar/one-of-singular.yml"
};
static const _Alignas(64) unsigned char file_60[] = {
#embed "../../Rules/grammar/past-for-participle.md"
};
static const _Alignas(64) unsigned char file_61[] = {
#embed "../../Rules/grammar/perfect-with-finished-time.yml"
};
static const _Alignas(64) unsigned char file_62[] = {
#embed "../../Rules/grammar/possessive-apostrophe.yml"
};
static const _Alignas(64) unsigned char file_63[] = {
#embed "../../Rules/grammar/pronoun-case.md"
};
static const _Alignas(64) unsigned char file_64[] = {
#embed "../../Rules/grammar/said-order.yml"
};
static const _Alignas(64) unsigned char file_65[] = {
#embed "../../Rules/grammar/subject-verb-agreement.md"
};
static const _Alignas(64) unsigned char file_66[] = {
#embed "../../Rules/grammar/tense-mixing.md"
};
static const _Alignas(64) unsigned char file_67[] = {
#embed "../../Rules/grammar/uncountable-plural.yml"
};
static const _Alignas(64) unsigned char file_68[] = {
#embed "../../Rules/grammar/verb-form-after-auxiliary.md"
};
static const _Alignas(64) unsigned char file_69[] = {
#embed "../../Rules/grammar/verb-preposition-extra.yml"
};
static const _Alignas(64) unsigned char file_70[] = {
#embed "../../Rules/names/acronym-expansion-conflict.md"
};
static const _Alignas(64) unsigned char file_71[] = {
#embed "../../Rules/names/name-form-variant.md"
};
static const _Alignas(64) unsigned char file_72[] = {
#embed "../../Rules/names/name-order-flip.md"
};
static const _Alignas(64) unsigned char file_73[] = {
#embed "../../Rules/names/name-romanisation-variant.md"
};
static const _Alignas(64) unsigned char file_74[] = {
#embed "../../Rules/names/name-variant.md"
};
static const _Alignas(64) unsigned char file_75[] = {
#embed "../../Rules/names/person-title-conflict.md"
};
static const _Alignas(64) unsigned char file_76[] = {
#embed "../../Rules/names/site-name-variant.md"
};
static const _Alignas(64) unsigned char file_77[] = {
#embed "../../Rules/names/title-capital.yml"
};
static const _Alignas(64) unsigned char file_78[] = {
#embed "../../Rules/numbers/am-pm-style.yml"
};
static const _Alignas(64) unsigned char file_79[] = {
#embed "../../Rules/numbers/bare-ordinal-date.md"
};
static const _Alignas(64) unsigned char file_80[] = {
#embed "../../Rules/numbers/calendar-leak.yml"
};
static const _Alignas(64) unsigned char file_81[] = {
#embed "../../Rules/numbers/conversion-magnitude.md"
};
static const _Alignas(64) unsigned char file_82[] = {
#embed "../../Rules/numbers/currency-code-order.yml"
};
static const _Alignas(64) unsigned char file_83[] = {
#embed "../../Rules/numbers/decimal-comma.md"
};
static const _Alignas(64) unsigned char file_84[] = {
#embed "../../Rules/numbers/double-currency.yml"
};
static const _Alignas(64) unsigned char file_85[] = {
#embed "../../Rules/numbers/figure-under-ten.yml"
};
static const _Alignas(64) unsigned char file_86[] = {
#embed "../../Rules/numbers/impossible-date.md"
};
static const _Alignas(64) unsigned char file_87[] = {
#embed "../../Rules/numbers/impossible-percentage.md"
};
static const _Alignas(64) unsigned char file_88[] = {
#embed "../../Rules/numbers/impossible-time.md"
};
static const _Alignas(64) unsigned char file_89[] = {
#embed "../../Rules/numbers/indian-digit-grouping.md"
};
static const _Alignas(64) unsigned char file_90[] = {
#embed "../../Rules/numbers/lakh-crore.md"
};
static const _Alignas(64) unsigned char file_91[] = {
#embed "../../Rules/numbers/list-count-mismatch.md"
};
static const _Alignas(64) unsigned char file_92[] = {
#embed "../../Rules/numbers/mixed-digit-script.md"
};
static const _Alignas(64) unsigned char file_93[] = {
#embed "../../Rules/numbers/month-shortened.md"
};
static const _Alignas(64) unsigned char file_94[] = {
#embed "../../Rules/numbers/number-word-figure-clash.md"
};
static const _Alignas(64) unsigned char file_95[] = {
#embed "../../Rules/numbers/ordinal-in-date.md"
};
static const _Alignas(64) unsigned char file_96[] = {
#embed "../../Rules/numbers/percent-in-words.yml"
};
static const _Alignas(64) unsigned char file_97[] = {
#embed "../../Rules/numbers/relative-date-no-dateline.md"
};
static const _Alignas(64) unsigned char file_98[] = {
#embed "../../Rules/numbers/reversed-range.md"
};
static const _Alignas(64) unsigned char file_99[] = {
#embed "../../Rules/numbers/weekday-date-mismatch.md"
};
static const _Alignas(64) unsigned char file_100[] = {
#embed "../../Rules/places/ambiguous-demonym.md"
};
static const _Alignas(64) unsigned char file_101[] = {
#embed "../../Rules/places/army-for-military.yml"
};
static const _Alignas(64) unsigned char file_102[] = {
#embed "../../Rules/places/capital-country-mismatch.md"
};
static const _Alignas(64) unsigned char file_103[] = {
#embed "../../Rules/places/country-article.yml"
};
static const _Alignas(64) unsigned char file_104[] = {
#embed "../../Rules/places/demonym-country-mismatch.md"
};
static const _Alignas(64) unsigned char file_105[] = {
#embed "../../Rules/places/nonword-demonym.yml"
};
static const _Alignas(64) unsigned char file_106[] = {
#embed "../../Rules/places/place-name-style.md"
};
static const _Alignas(64) unsigned char file_107[] = {
#embed "../../Rules/places/region-country-mismatch.md"
};
static const _Alignas(64) unsigned char file_108[] = {
#embed "../../Rules/punctuation/accent-as-apostrophe.md"
};
static const _Alignas(64) unsigned char file_109[] = {
#embed "../../Rules/punctuation/comma-outside-quote.md"
};
static const _Alignas(64) unsigned char file_110[] = {
#embed "../../Rules/punctuation/dash-spacing.md"
};
static const _Alignas(64) unsigned char file_111[] = {
#embed "../../Rules/punctuation/double-punctuation.md"
};
static const _Alignas(64) unsigned char file_112[] = {
#embed "../../Rules/punctuation/doubled-quote.md"
};
static const _Alignas(64) unsigned char file_113[] = {
#embed "../../Rules/punctuation/ellipsis-form.md"
};
static const _Alignas(64) unsigned char file_114[] = {
#embed "../../Rules/punctuation/empty-bracket.md"
};
static const _Alignas(64) unsigned char file_115[] = {
#embed "../../Rules/punctuation/foreign-punctuation.md"
};
static const _Alignas(64) unsigned char file_116[] = {
#embed "../../Rules/punctuation/foreign-quotation-marks.md"
};
static const _Alignas(64) unsigned char file_117[] = {
#embed "../../Rules/punctuation/hyphen-for-dash.md"
};
static const _Alignas(64) unsigned char file_118[] = {
#embed "../../Rules/punctuation/leading-punctuation.md"
};
static const _Alignas(64) unsigned char file_119[] = {
#embed "../../Rules/punctuation/missing-space-after-punctuation.md"
};
static const _Alignas(64) unsigned char file_120[] = {
#embed "../../Rules/punctuation/missing-space-beside-bracket.md"
};
static const _Alignas(64) unsigned char file_121[] = {
#embed "../../Rules/punctuation/missing-space-beside-quote.md"
};
static const _Alignas(64) unsigned char file_122[] = {
#embed "../../Rules/punctuation/missing-terminal-punctuation.md"
};
static const _Alignas(64) unsigned char file_123[] = {
#embed "../../Rules/punctuation/nested-same-quotes.md"
};
static const _Alignas(64) unsigned char file_124[] = {
#embed "../../Rules/punctuation/repeated-outcry.md"
};
static const _Alignas(64) unsigned char file_125[] = {
#embed "../../Rules/punctuation/reversed-apostrophe.md"
};
static const _Alignas(64) unsigned char file_126[] = {
#embed "../../Rules/punctuation/reversed-quote.md"
};
static const _Alignas(64) unsigned char file_127[] = {
#embed "../../Rules/punctuation/space-before-percent.md"
};
static const _Alignas(64) unsigned char file_128[] = {
#embed "../../Rules/punctuation/space-before-punctuation.md"
};
static const _Alignas(64) unsigned char file_129[] = {
#embed "../../Rules/punctuation/space-beside-hyphen.md"
};
static const _Alignas(64) unsigned char file_130[] = {
#embed "../../Rules/punctuation/space-inside-bracket.md"
};
static const _Alignas(64) unsigned char file_131[] = {
#embed "../../Rules/punctuation/space-inside-quotes.md"
};
static const _Alignas(64) unsigned char file_132[] = {
#embed "../../Rules/punctuation/speech-comma.md"
};
static const _Alignas(64) unsigned char file_133[] = {
#embed "../../Rules/punctuation/tokenised-output.md"
};
static const _Alignas(64) unsigned char file_134[] = {
#embed "../../Rules/punctuation/typewriter-quote.md"
};
static const _Alignas(64) unsigned char file_135[] = {
#embed "../../Rules/punctuation/unbalanced-bracket.md"
};
static const _Alignas(64) unsigned char file_136[] = {
#embed "../../Rules/punctuation/unbalanced-double-quote.md"
};
static const _Alignas(64) unsigned char file_137[] = {
#embed "../../Rules/reference/country-he-she.md"
};
static const _Alignas(64) unsigned char file_138[] = {
#embed "../../Rules/reference/country-his-her-country.md"
};
static const _Alignas(64) unsigned char file_139[] = {
#embed "../../Rules/reference/country-they.md"
};
static const _Alignas(64) unsigned char file_140[] = {
#embed "../../Rules/reference/definite-singular-no-antecedent.md"
};
static const _Alignas(64) unsigned char file_141[] = {
#embed "../../Rules/reference/first-person-outside-quotes.md"
};
static const _Alignas(64) unsigned char file_142[] = {
#embed "../../Rules/reference/it-human-predicate.md"
};
static const _Alignas(64) unsigned char file_143[] = {
#embed "../../Rules/reference/its-kinship.md"
};
static const _Alignas(64) unsigned char file_144[] = {
#embed "../../Rules/reference/paragraph-opening-pronoun.md"
};
static const _Alignas(64) unsigned char file_145[] = {
#embed "../../Rules/reference/person-nonhuman-predicate.yml"
};
static const _Alignas(64) unsigned char file_146[] = {
#embed "../../Rules/reference/pronoun-gender-flip.md"
};
static const _Alignas(64) unsigned char file_147[] = {
#embed "../../Rules/reference/reintroduced-indefinite.md"
};
static const _Alignas(64) unsigned char file_148[] = {
#embed "../../Rules/reference/resumptive-there.yml"
};
static const _Alignas(64) unsigned char file_149[] = {
#embed "../../Rules/reference/role-gender-clash.yml"
};
static const _Alignas(64) unsigned char file_150[] = {
#embed "../../Rules/reference/title-pronoun-clash.md"
};
static const _Alignas(64) unsigned char file_151[] = {
#embed "../../Rules/repetition/duplicate-paragraph.md"
};
static const _Alignas(64) unsigned char file_152[] = {
#embed "../../Rules/repetition/duplicate-sentence.md"
};
static const _Alignas(64) unsigned char file_153[] = {
#embed "../../Rules/repetition/near-duplicate-sentence.md"
};
static const _Alignas(64) unsigned char file_154[] = {
#embed "../../Rules/repetition/restated-fact.md"
};
static const _Alignas(64) unsigned char file_155[] = {
#embed "../../Rules/repetition/word-overuse.md"
};
static const _Alignas(64) unsigned char file_156[] = {
#embed "../../Rules/residue/advertisement-line.yml"
};
static const _Alignas(64) unsigned char file_157[] = {
#embed "../../Rules/residue/byline-email-residue.yml"
};
static const _Alignas(64) unsigned char file_158[] = {
#embed "../../Rules/residue/byline-in-text.yml"
};
static const _Alignas(64) unsigned char file_159[] = {
#embed "../../Rules/residue/desk-slug.yml"
};
static const _Alignas(64) unsigned char file_160[] = {
#embed "../../Rules/residue/desk-tag.yml"
};
static const _Alignas(64) unsigned char file_161[] = {
#embed "../../Rules/residue/distorted-institution.yml"
};
static const _Alignas(64) unsigned char file_162[] = {
#embed "../../Rules/residue/editor-note-leak.yml"
};
static const _Alignas(64) unsigned char file_163[] = {
#embed "../../Rules/residue/filler-text.yml"
};
static const _Alignas(64) unsigned char file_164[] = {
#embed "../../Rules/residue/image-credit.yml"
};
static const _Alignas(64) unsigned char file_165[] = {
#embed "../../Rules/residue/llm-citation-token.md"
};
static const _Alignas(64) unsigned char file_166[] = {
#embed "../../Rules/residue/llm-cutoff-disclaimer.yml"
};
static const _Alignas(64) unsigned char file_167[] = {
#embed "../../Rules/residue/llm-follow-up-offer.yml"
};
static const _Alignas(64) unsigned char file_168[] = {
#embed "../../Rules/residue/llm-preamble.yml"
};
static const _Alignas(64) unsigned char file_169[] = {
#embed "../../Rules/residue/llm-prompt-leak.yml"
};
static const _Alignas(64) unsigned char file_170[] = {
#embed "../../Rules/residue/llm-refusal.yml"
};
static const _Alignas(64) unsigned char file_171[] = {
#embed "../../Rules/residue/llm-self-reference.yml"
};
static const _Alignas(64) unsigned char file_172[] = {
#embed "../../Rules/residue/llm-vocabulary-cluster.md"
};
static const _Alignas(64) unsigned char file_173[] = {
#embed "../../Rules/residue/markup-residue.md"
};
static const _Alignas(64) unsigned char file_174[] = {
#embed "../../Rules/residue/obscene-name.yml"
};
static const _Alignas(64) unsigned char file_175[] = {
#embed "../../Rules/residue/page-label.yml"
};
static const _Alignas(64) unsigned char file_176[] = {
#embed "../../Rules/residue/placeholder-leak.md"
};
static const _Alignas(64) unsigned char file_177[] = {
#embed "../../Rules/residue/related-links.yml"
};
static const _Alignas(64) unsigned char file_178[] = {
#embed "../../Rules/residue/repeated-headline.md"
};
static const _Alignas(64) unsigned char file_179[] = {
#embed "../../Rules/residue/share-prompt.yml"
};
static const _Alignas(64) unsigned char file_180[] = {
#embed "../../Rules/residue/site-name-suffix.yml"
};
static const _Alignas(64) unsigned char file_181[] = {
#embed "../../Rules/residue/tortured-news-phrase.yml"
};
static const _Alignas(64) unsigned char file_182[] = {
#embed "../../Rules/residue/tortured-phrase.yml"
};
static const _Alignas(64) unsigned char file_183[] = {
#embed "../../Rules/residue/tracking-parameter.md"
};
static const _Alignas(64) unsigned char file_184[] = {
#embed "../../Rules/residue/translator-note-leak.yml"
};
static const _Alignas(64) unsigned char file_185[] = {
#embed "../../Rules/residue/untranslated-fragment.md"
};
static const _Alignas(64) unsigned char file_186[] = {
#embed "../../Rules/residue/unused-suppression.md"
};
static const _Alignas(64) unsigned char file_187[] = {
#embed "../../Rules/spelling/confused-word.md"
};
static const _Alignas(64) unsigned char file_188[] = {
#embed "../../Rules/spelling/run-together-words.md"
};
static const _Alignas(64) unsigned char file_189[] = {
#embed "../../Rules/spelling/split-word.md"
};
static const _Alignas(64) unsigned char file_190[] = {
#embed "../../Rules/spelling/unknown-word.md"
};
static const _Alignas(64) unsigned char file_191[] = {
#embed "../../Rules/stray/adjacent-phrase-repeat.md"
};
static const _Alignas(64) unsigned char file_192[] = {
#embed "../../Rules/stray/determiner-capital-function-word.md"
};
static const _Alignas(64) unsigned char file_193[] = {
#embed "../../Rules/stray/determiner-determiner.md"
};
static const _Alignas(64) unsigned char file_194[] = {
#embed "../../Rules/stray/doubled-word.md"
};
static const _Alignas(64) unsigned char file_195[] = {
#embed "../../Rules/stray/lowercase-sentence-start.md"
};
static const _Alignas(64) unsigned char file_196[] = {
#embed "../../Rules/stray/midsentence-capital-function-word.md"
};
static const _Alignas(64) unsigned char file_197[] = {
#embed "../../Rules/stray/repeated-ngram-loop.md"
};
static const _Alignas(64) unsigned char file_198[] = {
#embed "../../Rules/stray/stray-function-word.md"
};
static const _Alignas(64) unsigned char file_199[] = {
#embed "../../Rules/stray/truncated-sentence.md"
};
static const _Alignas(64) unsigned char file_200[] = {
#embed "../../Rules/terms/abbreviation-style-inconsistent.md"
};
static const _Alignas(64) unsigned char file_201[] = {
#embed "../../Rules/terms/date-format-mixed.md"
};
static const _Alignas(64) unsigned char file_202[] = {
#embed "../../Rules/terms/forbidden-form.md"
};
static const _Alignas(64) unsigned char file_203[] = {
#embed "../../Rules/terms/percent-form-mixed.md"
};
static const _Alignas(64) unsigned char file_204[] = {
#embed "../../Rules/terms/quote-mark-style-mixed.md"
};
static const _Alignas(64) unsigned char file_205[] = {
#embed "../../Rules/terms/site-term-variant.md"
};
static const _Alignas(64) unsigned char file_206[] = {
#embed "../../Rules/terms/spelling-dialect-mixed.md"
};
static const _Alignas(64) unsigned char file_207[] = {
#embed "../../Rules/terms/term-variant-inconsistent.md"
};
static const stet_data_file files[] = {
  {"Dictionaries/en/confusable-countries.tsv", file_0, sizeof(file_0)},
  {"Dictionaries/en/confusions.txt", file_1, sizeof(file_1)},
  {"Dictionaries/en/countries.tsv", file_2, sizeof(file_2)},
  {"Dictionaries/en/country-regions.tsv", file_3, sizeof(file_3)},
  {"Dictionaries/en/foreign-words.tsv", file_4, sizeof(file_4)},
  {"Dictionaries/en/frequency.bin", file_5, sizeof(file_5)},
  {"Dictionaries/en/given-names.tsv", file_6, sizeof(file_6)},
  {"Dictionaries/en/irregular.tsv", file_7, sizeof(file_7)},
  {"Dictionaries/en/lexicon.tsv", file_8, sizeof(file_8)},
  {"Dictionaries/en/mention-words.tsv", file_9, sizeof(file_9)},
  {"Dictionaries/en/name-families.tsv", file_10, sizeof(file_10)},
  {"Dictionaries/en/organisations.tsv", file_11, sizeof(file_11)},
  {"Dictionaries/en/place-masks.txt", file_12, sizeof(file_12)},
  {"Dictionaries/en/places.txt", file_13, sizeof(file_13)},
  {"Dictionaries/en/spelling-dialects.tsv", file_14, sizeof(file_14)},
  {"Dictionaries/en/statistics.bin", file_15, sizeof(file_15)},
  {"Dictionaries/en/stet.aff", file_16, sizeof(file_16)},
  {"Dictionaries/en/stet.dic", file_17, sizeof(file_17)},
  {"Dictionaries/en/tagger.bin", file_18, sizeof(file_18)},
  {"Dictionaries/en/world-places.tsv", file_19, sizeof(file_19)},
  {"Rules/calque/calque-opener.yml", file_20, sizeof(file_20)},
  {"Rules/calque/cleft-step-taken.yml", file_21, sizeof(file_21)},
  {"Rules/calque/distributive-singular.yml", file_22, sizeof(file_22)},
  {"Rules/calque/existential-have.yml", file_23, sizeof(file_23)},
  {"Rules/calque/noun-situation.yml", file_24, sizeof(file_24)},
  {"Rules/calque/present-participle-overuse.md", file_25, sizeof(file_25)},
  {"Rules/calque/since-duration.yml", file_26, sizeof(file_26)},
  {"Rules/encoding/backslash-escape.md", file_27, sizeof(file_27)},
  {"Rules/encoding/bidi-control.md", file_28, sizeof(file_28)},
  {"Rules/encoding/control-character.md", file_29, sizeof(file_29)},
  {"Rules/encoding/decomposed-character.md", file_30, sizeof(file_30)},
  {"Rules/encoding/double-space.md", file_31, sizeof(file_31)},
  {"Rules/encoding/fullwidth-character.md", file_32, sizeof(file_32)},
  {"Rules/encoding/homoglyph.md", file_33, sizeof(file_33)},
  {"Rules/encoding/html-entity-leak.md", file_34, sizeof(file_34)},
  {"Rules/encoding/ligature.md", file_35, sizeof(file_35)},
  {"Rules/encoding/line-separator.md", file_36, sizeof(file_36)},
  {"Rules/encoding/malformed-utf8.md", file_37, sizeof(file_37)},
  {"Rules/encoding/mixed-script-word.md", file_38, sizeof(file_38)},
  {"Rules/encoding/mojibake.md", file_39, sizeof(file_39)},
  {"Rules/encoding/percent-encoding.md", file_40, sizeof(file_40)},
  {"Rules/encoding/private-use-character.md", file_41, sizeof(file_41)},
  {"Rules/encoding/replacement-character.md", file_42, sizeof(file_42)},
  {"Rules/encoding/soft-hyphen.md", file_43, sizeof(file_43)},
  {"Rules/encoding/stray-no-break-space.md", file_44, sizeof(file_44)},
  {"Rules/encoding/styled-letters.md", file_45, sizeof(file_45)},
  {"Rules/encoding/unk-token.md", file_46, sizeof(file_46)},
  {"Rules/encoding/unusual-space.md", file_47, sizeof(file_47)},
  {"Rules/encoding/zero-width-character.md", file_48, sizeof(file_48)},
  {"Rules/grammar/a-an-mismatch.md", file_49, sizeof(file_49)},
  {"Rules/grammar/claimed-for-said.yml", file_50, sizeof(file_50)},
  {"Rules/grammar/demonstrative-agreement.md", file_51, sizeof(file_51)},
  {"Rules/grammar/double-comparative.yml", file_52, sizeof(file_52)},
  {"Rules/grammar/double-negative.yml", file_53, sizeof(file_53)},
  {"Rules/grammar/each-plural.md", file_54, sizeof(file_54)},
  {"Rules/grammar/long-sentence.md", file_55, sizeof(file_55)},
  {"Rules/grammar/missing-article.md", file_56, sizeof(file_56)},
  {"Rules/grammar/modal-of.yml", file_57, sizeof(file_57)},
  {"Rules/grammar/number-noun-agreement.md", file_58, sizeof(file_58)},
  {"Rules/grammar/one-of-singular.yml", file_59, sizeof(file_59)},
  {"Rules/grammar/past-for-participle.md", file_60, sizeof(file_60)},
  {"Rules/grammar/perfect-with-finished-time.yml", file_61, sizeof(file_61)},
  {"Rules/grammar/possessive-apostrophe.yml", file_62, sizeof(file_62)},
  {"Rules/grammar/pronoun-case.md", file_63, sizeof(file_63)},
  {"Rules/grammar/said-order.yml", file_64, sizeof(file_64)},
  {"Rules/grammar/subject-verb-agreement.md", file_65, sizeof(file_65)},
  {"Rules/grammar/tense-mixing.md", file_66, sizeof(file_66)},
  {"Rules/grammar/uncountable-plural.yml", file_67, sizeof(file_67)},
  {"Rules/grammar/verb-form-after-auxiliary.md", file_68, sizeof(file_68)},
  {"Rules/grammar/verb-preposition-extra.yml", file_69, sizeof(file_69)},
  {"Rules/names/acronym-expansion-conflict.md", file_70, sizeof(file_70)},
  {"Rules/names/name-form-variant.md", file_71, sizeof(file_71)},
  {"Rules/names/name-order-flip.md", file_72, sizeof(file_72)},
  {"Rules/names/name-romanisation-variant.md", file_73, sizeof(file_73)},
  {"Rules/names/name-variant.md", file_74, sizeof(file_74)},
  {"Rules/names/person-title-conflict.md", file_75, sizeof(file_75)},
  {"Rules/names/site-name-variant.md", file_76, sizeof(file_76)},
  {"Rules/names/title-capital.yml", file_77, sizeof(file_77)},
  {"Rules/numbers/am-pm-style.yml", file_78, sizeof(file_78)},
  {"Rules/numbers/bare-ordinal-date.md", file_79, sizeof(file_79)},
  {"Rules/numbers/calendar-leak.yml", file_80, sizeof(file_80)},
  {"Rules/numbers/conversion-magnitude.md", file_81, sizeof(file_81)},
  {"Rules/numbers/currency-code-order.yml", file_82, sizeof(file_82)},
  {"Rules/numbers/decimal-comma.md", file_83, sizeof(file_83)},
  {"Rules/numbers/double-currency.yml", file_84, sizeof(file_84)},
  {"Rules/numbers/figure-under-ten.yml", file_85, sizeof(file_85)},
  {"Rules/numbers/impossible-date.md", file_86, sizeof(file_86)},
  {"Rules/numbers/impossible-percentage.md", file_87, sizeof(file_87)},
  {"Rules/numbers/impossible-time.md", file_88, sizeof(file_88)},
  {"Rules/numbers/indian-digit-grouping.md", file_89, sizeof(file_89)},
  {"Rules/numbers/lakh-crore.md", file_90, sizeof(file_90)},
  {"Rules/numbers/list-count-mismatch.md", file_91, sizeof(file_91)},
  {"Rules/numbers/mixed-digit-script.md", file_92, sizeof(file_92)},
  {"Rules/numbers/month-shortened.md", file_93, sizeof(file_93)},
  {"Rules/numbers/number-word-figure-clash.md", file_94, sizeof(file_94)},
  {"Rules/numbers/ordinal-in-date.md", file_95, sizeof(file_95)},
  {"Rules/numbers/percent-in-words.yml", file_96, sizeof(file_96)},
  {"Rules/numbers/relative-date-no-dateline.md", file_97, sizeof(file_97)},
  {"Rules/numbers/reversed-range.md", file_98, sizeof(file_98)},
  {"Rules/numbers/weekday-date-mismatch.md", file_99, sizeof(file_99)},
  {"Rules/places/ambiguous-demonym.md", file_100, sizeof(file_100)},
  {"Rules/places/army-for-military.yml", file_101, sizeof(file_101)},
  {"Rules/places/capital-country-mismatch.md", file_102, sizeof(file_102)},
  {"Rules/places/country-article.yml", file_103, sizeof(file_103)},
  {"Rules/places/demonym-country-mismatch.md", file_104, sizeof(file_104)},
  {"Rules/places/nonword-demonym.yml", file_105, sizeof(file_105)},
  {"Rules/places/place-name-style.md", file_106, sizeof(file_106)},
  {"Rules/places/region-country-mismatch.md", file_107, sizeof(file_107)},
  {"Rules/punctuation/accent-as-apostrophe.md", file_108, sizeof(file_108)},
  {"Rules/punctuation/comma-outside-quote.md", file_109, sizeof(file_109)},
  {"Rules/punctuation/dash-spacing.md", file_110, sizeof(file_110)},
  {"Rules/punctuation/double-punctuation.md", file_111, sizeof(file_111)},
  {"Rules/punctuation/doubled-quote.md", file_112, sizeof(file_112)},
  {"Rules/punctuation/ellipsis-form.md", file_113, sizeof(file_113)},
  {"Rules/punctuation/empty-bracket.md", file_114, sizeof(file_114)},
  {"Rules/punctuation/foreign-punctuation.md", file_115, sizeof(file_115)},
  {"Rules/punctuation/foreign-quotation-marks.md", file_116, sizeof(file_116)},
  {"Rules/punctuation/hyphen-for-dash.md", file_117, sizeof(file_117)},
  {"Rules/punctuation/leading-punctuation.md", file_118, sizeof(file_118)},
  {"Rules/punctuation/missing-space-after-punctuation.md", file_119, sizeof(file_119)},
  {"Rules/punctuation/missing-space-beside-bracket.md", file_120, sizeof(file_120)},
  {"Rules/punctuation/missing-space-beside-quote.md", file_121, sizeof(file_121)},
  {"Rules/punctuation/missing-terminal-punctuation.md", file_122, sizeof(file_122)},
  {"Rules/punctuation/nested-same-quotes.md", file_123, sizeof(file_123)},
  {"Rules/punctuation/repeated-outcry.md", file_124, sizeof(file_124)},
  {"Rules/punctuation/reversed-apostrophe.md", file_125, sizeof(file_125)},
  {"Rules/punctuation/reversed-quote.md", file_126, sizeof(file_126)},
  {"Rules/punctuation/space-before-percent.md", file_127, sizeof(file_127)},
  {"Rules/punctuation/space-before-punctuation.md", file_128, sizeof(file_128)},
  {"Rules/punctuation/space-beside-hyphen.md", file_129, sizeof(file_129)},
  {"Rules/punctuation/space-inside-bracket.md", file_130, sizeof(file_130)},
  {"Rules/punctuation/space-inside-quotes.md", file_131, sizeof(file_131)},
  {"Rules/punctuation/speech-comma.md", file_132, sizeof(file_132)},
  {"Rules/punctuation/tokenised-output.md", file_133, sizeof(file_133)},
  {"Rules/punctuation/typewriter-quote.md", file_134, sizeof(file_134)},
  {"Rules/punctuation/unbalanced-bracket.md", file_135, sizeof(file_135)},
  {"Rules/punctuation/unbalanced-double-quote.md", file_136, sizeof(file_136)},
  {"Rules/reference/country-he-she.md", file_137, sizeof(file_137)},
  {"Rules/reference/country-his-her-country.md", file_138, sizeof(file_138)},
  {"Rules/reference/country-they.md", file_139, sizeof(file_139)},
  {"Rules/reference/definite-singular-no-antecedent.md", file_140, sizeof(file_140)},
  {"Rules/reference/first-person-outside-quotes.md", file_141, sizeof(file_141)},
  {"Rules/reference/it-human-predicate.md", file_142, sizeof(file_142)},
  {"Rules/reference/its-kinship.md", file_143, sizeof(file_143)},
  {"Rules/reference/paragraph-opening-pronoun.md", file_144, sizeof(file_144)},
  {"Rules/reference/person-nonhuman-predicate.yml", file_145, sizeof(file_145)},
  {"Rules/reference/pronoun-gender-flip.md", file_146, sizeof(file_146)},
  {"Rules/reference/reintroduced-indefinite.md", file_147, sizeof(file_147)},
  {"Rules/reference/resumptive-there.yml", file_148, sizeof(file_148)},
  {"Rules/reference/role-gender-clash.yml", file_149, sizeof(file_149)},
  {"Rules/reference/title-pronoun-clash.md", file_150, sizeof(file_150)},
  {"Rules/repetition/duplicate-paragraph.md", file_151, sizeof(file_151)},
  {"Rules/repetition/duplicate-sentence.md", file_152, sizeof(file_152)},
  {"Rules/repetition/near-duplicate-sentence.md", file_153, sizeof(file_153)},
  {"Rules/repetition/restated-fact.md", file_154, sizeof(file_154)},
  {"Rules/repetition/word-overuse.md", file_155, sizeof(file_155)},
  {"Rules/residue/advertisement-line.yml", file_156, sizeof(file_156)},
  {"Rules/residue/byline-email-residue.yml", file_157, sizeof(file_157)},
  {"Rules/residue/byline-in-text.yml", file_158, sizeof(file_158)},
  {"Rules/residue/desk-slug.yml", file_159, sizeof(file_159)},
  {"Rules/residue/desk-tag.yml", file_160, sizeof(file_160)},
  {"Rules/residue/distorted-institution.yml", file_161, sizeof(file_161)},
  {"Rules/residue/editor-note-leak.yml", file_162, sizeof(file_162)},
  {"Rules/residue/filler-text.yml", file_163, sizeof(file_163)},
  {"Rules/residue/image-credit.yml", file_164, sizeof(file_164)},
  {"Rules/residue/llm-citation-token.md", file_165, sizeof(file_165)},
  {"Rules/residue/llm-cutoff-disclaimer.yml", file_166, sizeof(file_166)},
  {"Rules/residue/llm-follow-up-offer.yml", file_167, sizeof(file_167)},
  {"Rules/residue/llm-preamble.yml", file_168, sizeof(file_168)},
  {"Rules/residue/llm-prompt-leak.yml", file_169, sizeof(file_169)},
  {"Rules/residue/llm-refusal.yml", file_170, sizeof(file_170)},
  {"Rules/residue/llm-self-reference.yml", file_171, sizeof(file_171)},
  {"Rules/residue/llm-vocabulary-cluster.md", file_172, sizeof(file_172)},
  {"Rules/residue/markup-residue.md", file_173, sizeof(file_173)},
  {"Rules/residue/obscene-name.yml", file_174, sizeof(file_174)},
  {"Rules/residue/page-label.yml", file_175, sizeof(file_175)},
  {"Rules/residue/placeholder-leak.md", file_176, sizeof(file_176)},
  {"Rules/residue/related-links.yml", file_177, sizeof(file_177)},
  {"Rules/residue/repeated-headline.md", file_178, sizeof(file_178)},
  {"Rules/residue/share-prompt.yml", file_179, sizeof(file_179)},
  {"Rules/residue/site-name-suffix.yml", file_180, sizeof(file_180)},
  {"Rules/residue/tortured-news-phrase.yml", file_181, sizeof(file_181)},
  {"Rules/residue/tortured-phrase.yml", file_182, sizeof(file_182)},
  {"Rules/residue/tracking-parameter.md", file_183, sizeof(file_183)},
  {"Rules/residue/translator-note-leak.yml", file_184, sizeof(file_184)},
  {"Rules/residue/untranslated-fragment.md", file_185, sizeof(file_185)},
  {"Rules/residue/unused-suppression.md", file_186, sizeof(file_186)},
  {"Rules/spelling/confused-word.md", file_187, sizeof(file_187)},
  {"Rules/spelling/run-together-words.md", file_188, sizeof(file_188)},
  {"Rules/spelling/split-word.md", file_189, sizeof(file_189)},
  {"Rules/spelling/unknown-word.md", file_190, sizeof(file_190)},
  {"Rules/stray/adjacent-phrase-repeat.md", file_191, sizeof(file_191)},
  {"Rules/stray/determiner-capital-function-word.md", file_192, sizeof(file_192)},
  {"Rules/stray/determiner-determiner.md", file_193, sizeof(file_193)},
  {"Rules/stray/doubled-word.md", file_194, sizeof(file_194)},
  {"Rules/stray/lowercase-sentence-start.md", file_195, sizeof(file_195)},
  {"Rules/stray/midsentence-capital-function-word.md", file_196, sizeof(file_196)},
  {"Rules/stray/repeated-ngram-loop.md", file_197, sizeof(file_197)},
  {"Rules/stray/stray-function-word.md", file_198, sizeof(file_198)},
  {"Rules/stray/truncated-sentence.md", file_199, sizeof(file_199)},
  {"Rules/terms/abbreviation-style-inconsistent.md", file_200, sizeof(file_200)},
  {"Rules/terms/date-format-mixed.md", file_201, sizeof(file_201)},
  {"Rules/terms/forbidden-form.md", file_202, sizeof(file_202)},
  {"Rules/terms/percent-form-mixed.md", file_203, sizeof(file_203)},
  {"Rules/terms/quote-mark-style-mixed.md", file_204, sizeof(file_204)},
  {"Rules/terms/site-term-variant.md", file_205, sizeof(file_205)},
  {"Rules/terms/spelling-dialect-mixed.md", file_206, sizeof(file_206)},
  {"Rules/terms/term-variant-inconsistent.md", file_207, sizeof(file_207)},
};
