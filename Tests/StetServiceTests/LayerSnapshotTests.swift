import StetReports
import StetService
import StetText
import Testing

/// Every layer as `stet dump` shows it. A change here is a change of what Stet sees: read it, then record it.
@Suite struct LayerSnapshotTests {
  private let worker: Worker

  init() throws { worker = Worker(try Engine()) }

  @Test(
    arguments: [
      (
        .blocks,
        """
        documentKind: other
        place  bytes    text                                          kind       level
        1:1    0-15     The toll bridge                               headline
        3:1    17-73    Mrs Ilse Tamm waited. "We're …ld Peter Rand.  paragraph
        5:1    75-94    "Gone"!" Tamm said.                           paragraph
        7:1    96-105   "He left.                                     paragraph
        9:1    107-119  "We stayed."                                  paragraph

        """
      ),
      (
        .tokens,
        """
        place  bytes    text    kind         shape        word
        1:1    0-3      The     word         capitalised  the
        1:5    4-8      toll    word         lower        toll
        1:10   9-15     bridge  word         lower        bridge
        3:1    17-20    Mrs     word         capitalised  mrs
        3:5    21-25    Ilse    word         capitalised  ilse
        3:10   26-30    Tamm    word         capitalised  tamm
        3:15   31-37    waited  word         lower        waited
        3:21   37-38    .       punctuation  -            .
        3:23   39-40    "       punctuation  -            "
        3:24   40-42    We      word         capitalised  we
        3:26   42-45    're     word         lower        're
        3:30   46-50    late    word         lower        late
        3:34   50-51    ,       punctuation  -            ,
        3:35   51-52    "       punctuation  -            "
        3:37   53-56    she     word         lower        she
        3:41   57-61    told    word         lower        told
        3:46   62-67    Peter   word         capitalised  peter
        3:52   68-72    Rand    word         capitalised  rand
        3:56   72-73    .       punctuation  -            .
        5:1    75-76    "       punctuation  -            "
        5:2    76-80    Gone    word         capitalised  gone
        5:6    80-81    "       punctuation  -            "
        5:7    81-82    !       punctuation  -            !
        5:8    82-83    "       punctuation  -            "
        5:10   84-88    Tamm    word         capitalised  tamm
        5:15   89-93    said    word         lower        said
        5:19   93-94    .       punctuation  -            .
        7:1    96-97    "       punctuation  -            "
        7:2    97-99    He      word         capitalised  he
        7:5    100-104  left    word         lower        left
        7:9    104-105  .       punctuation  -            .
        9:1    107-108  "       punctuation  -            "
        9:2    108-110  We      word         capitalised  we
        9:5    111-117  stayed  word         lower        stayed
        9:11   117-118  .       punctuation  -            .
        9:12   118-119  "       punctuation  -            "

        """
      ),
      (
        .sentences,
        """
        place  bytes    text
        1:1    0-15     The toll bridge
        3:1    17-38    Mrs Ilse Tamm waited.
        3:23   39-73    "We're late," she told Peter Rand.
        5:1    75-83    "Gone"!"
        5:10   84-94    Tamm said.
        7:1    96-105   "He left.
        9:1    107-119  "We stayed."

        """
      ),
      (
        .tags,
        """
        place  bytes    text    universal  penn  lemma   form    number    person  tense
        1:1    0-3      The     DET        DT    the
        1:5    4-8      toll    NOUN       NN    toll    -       singular
        1:10   9-15     bridge  NOUN       NN    bridge  -       singular
        3:1    17-20    Mrs     PROPN      NNP   Mrs     -       singular
        3:5    21-25    Ilse    PROPN      NNP   Ilse    -       singular
        3:10   26-30    Tamm    PROPN      NNP   Tamm    -       singular
        3:15   31-37    waited  VERB       VBD   wait    finite  -         -       past
        3:21   37-38    .       PUNCT      .     .
        3:23   39-40    "       PUNCT      ``    "
        3:24   40-42    We      PRON       PRP   we
        3:26   42-45    're     AUX        VBP   be      finite  -         -       present
        3:30   46-50    late    ADV        RB    late
        3:34   50-51    ,       PUNCT      ,     ,
        3:35   51-52    "       PUNCT      ''    "
        3:37   53-56    she     PRON       PRP   she
        3:41   57-61    told    VERB       VBD   tell    finite  -         -       past
        3:46   62-67    Peter   PROPN      NNP   Peter   -       singular
        3:52   68-72    Rand    PROPN      NNP   Rand    -       singular
        3:56   72-73    .       PUNCT      .     .
        5:1    75-76    "       PUNCT      ``    "
        5:2    76-80    Gone    ADJ        JJ    gone
        5:6    80-81    "       PUNCT      ''    "
        5:7    81-82    !       PUNCT      .     !
        5:8    82-83    "       PUNCT      ''    "
        5:10   84-88    Tamm    PROPN      NNP   Tamm    -       singular
        5:15   89-93    said    VERB       VBD   say     finite  -         -       past
        5:19   93-94    .       PUNCT      .     .
        7:1    96-97    "       PUNCT      ``    "
        7:2    97-99    He      PRON       PRP   he
        7:5    100-104  left    VERB       VBD   leave   finite  -         -       past
        7:9    104-105  .       PUNCT      .     .
        9:1    107-108  "       PUNCT      ``    "
        9:2    108-110  We      PRON       PRP   we
        9:5    111-117  stayed  VERB       VBD   stay    finite  -         -       past
        9:11   117-118  .       PUNCT      .     .
        9:12   118-119  "       PUNCT      ''    "

        """
      ),
      (
        .names,
        """
        place  bytes  text           kind    entity  canonical   parts
        3:1    17-30  Mrs Ilse Tamm  person  1       Ilse Tamm   title Mrs, given Ilse, family Tamm
        3:46   62-72  Peter Rand     person  2       Peter Rand  given Peter, family Rand
        5:10   84-88  Tamm           person  1       Ilse Tamm   family Tamm

        """
      ),
      (
        .mentions,
        """
        place   bytes  text             form     kind    entity  number    gender     usually    role        verdict  antecedent         closest
        1:1     0-15   The toll bridge  noun     place   0       singular  -          -          other
        3:1     17-30  Mrs Ilse Tamm    name     person  1       singular  feminine   -          subject
        3:37    53-56  she              pronoun  person  1       singular  feminine   -          subjective  chosen   Mrs Ilse Tamm 3:1
          3:1   17-30  Mrs Ilse Tamm    entity 1  score 120  reasons number, gender, animacy, subject, parallel, named
        3:46    62-72  Peter Rand       name     person  2       singular  -          masculine  object
        5:10    84-88  Tamm             name     person  1       singular  feminine   -          subject
        7:2     97-99  He               pronoun  person  2       singular  masculine  -          subjective  chosen   Peter Rand 3:46
          3:46  62-72  Peter Rand       entity 2  score 54  reasons number, gender, animacy, named

        """
      ),
      (
        .quotations,
        """
        place  bytes    text           state           speaker
        3:23   39-52    "We're late,"  closed          she 3:37
        5:1    75-81    "Gone"         closed
        5:8    82-83    "              closes nothing
        7:1    96-105   "He left.      runs on
        9:1    107-119  "We stayed."   closed

        """
      ),
    ] as [(Layer, String)])
  func plainText(_ layer: Layer, _ expected: String) {
    #expect(worker.table(layer, LayerSample.article, "bridge.txt") == expected)
  }

  @Test(
    arguments: [
      (
        .blocks,
        """
        documentKind: other
        place  bytes    text                                  kind       level
        1:4    3-61     Café in Zürich reopens 🎬             headline   2
        3:1    65-115   Mrs Ada␊Noël said: "She’s ours - ␚."  paragraph
        6:3    121-132  Two* halls                            list item

        """
      ),
      (
        .tokens,
        """
        place  bytes    text     kind         shape        word
        1:4    3-14     Café     word         capitalised  café
        1:16   15-17    in       word         lower        in
        1:20   19-26    Zürich   word         capitalised  zürich
        1:49   49-56    reopens  word         lower        reopens
        1:57   57-61    🎬       emoji        -            🎬
        3:1    65-68    Mrs      word         capitalised  mrs
        3:5    69-72    Ada      word         capitalised  ada
        4:1    74-79    Noël     word         capitalised  noël
        4:6    80-84    said     word         lower        said
        4:10   84-85    :        punctuation  -            :
        4:12   86-87    "        punctuation  -            "
        4:13   87-90    She      word         capitalised  she
        4:16   90-98    ’s       word         lower        's
        4:26   100-104  ours     word         lower        ours
        4:32   106-107  -        punctuation  -            -
        4:34   108-113  ␚        placeholder  -            ␚
        4:39   113-114  .        punctuation  -            .
        4:40   114-115  "        punctuation  -            "
        6:3    121-124  Two      word         capitalised  two
        6:6    124-126  *        punctuation  -            *
        6:9    127-132  halls    word         lower        halls

        """
      ),
      (
        .sentences,
        """
        place  bytes    text
        1:4    3-61     Café in Zürich reopens 🎬
        3:1    65-115   Mrs Ada␊Noël said: "She’s ours - ␚."
        6:3    121-132  Two* halls

        """
      ),
      (
        .tags,
        """
        place  bytes    text     universal  penn  lemma   form    number    person  tense
        1:4    3-14     Café     PROPN      NNP   Café    -       singular
        1:16   15-17    in       ADP        IN    in
        1:20   19-26    Zürich   PROPN      NNP   Zürich  -       singular
        1:49   49-56    reopens  VERB       VBZ   reopen  finite  singular  3       present
        1:57   57-61    🎬       PUNCT      .     🎬
        3:1    65-68    Mrs      PROPN      NNP   Mrs     -       singular
        3:5    69-72    Ada      PROPN      NNP   Ada     -       singular
        4:1    74-79    Noël     PROPN      NNP   Noël    -       singular
        4:6    80-84    said     VERB       VBD   say     finite  -         -       past
        4:10   84-85    :        PUNCT      :     :
        4:12   86-87    "        PUNCT      ``    "
        4:13   87-90    She      PRON       PRP   she
        4:16   90-98    ’s       AUX        VBZ   be      finite  singular  3       present
        4:26   100-104  ours     PRON       PRP   our
        4:32   106-107  -        PUNCT      HYPH  -
        4:34   108-113  ␚        PUNCT      ``    ␚
        4:39   113-114  .        PUNCT      .     .
        4:40   114-115  "        PUNCT      ''    "
        6:3    121-124  Two      NUM        CD    two
        6:6    124-126  *        PUNCT      NFP   *
        6:9    127-132  halls    NOUN       NNS   hall    -       plural

        """
      ),
      (
        .names,
        """
        place  bytes  text          kind    entity  canonical  parts
        1:20   19-26  Zürich        place   1       Zürich
        3:1    65-79  Mrs Ada␊Noël  person  2       Ada␊Noël   title Mrs, given Ada, family Noël

        """
      ),
      (
        .mentions,
        """
        place   bytes    text          form     kind    entity  number    gender    usually   role        verdict  antecedent        closest
        1:4     3-14     Café          noun     other   0       singular  -         -         subject
        1:20    19-26    Zürich        name     place   1       singular  -         -         oblique
        3:1     65-79    Mrs Ada␊Noël  name     person  2       singular  feminine  feminine  subject
        4:13    87-90    She           pronoun  person  2       singular  feminine  -         subjective  chosen   Mrs Ada␊Noël 3:1
          3:1   65-79    Mrs Ada␊Noël  entity 2  score 85  reasons number, gender, animacy, same sentence, subject, parallel, speaker, named
          1:20  19-26    Zürich        entity 1  score 26  reasons number, named
        6:9     127-132  halls         noun     other   3       plural    -         -         other

        """
      ),
      (
        .quotations,
        """
        place  bytes   text               state   speaker
        4:12   86-115  "She’s ours - ␚."  closed  Mrs Ada␊Noël 3:1

        """
      ),
    ] as [(Layer, String)])
  func markdown(_ layer: Layer, _ expected: String) {
    #expect(worker.table(layer, LayerSample.page, "cafe.md") == expected)
  }
}
