import StetLanguage

/// What the rules about “it” for a person look for.
struct NeuterWords {
  let neuter: WordSet
  /// What only persons have: nothing but an animal or a child may be meant beside them.
  let human: WordSet
  /// What persons and bodies have: no body, place or work may be near.
  let kin: WordSet
  let shared: WordSet
  /// Nouns of kinship that make names for things: sister city, parent company, mother ship.
  let figurative: WordSet
  let living: WordSet
  let humanPassive: WordSet
  let humanVerb: WordSet
  /// What persons and bodies do, and no thing.
  let activeVerb: WordSet
  /// What persons do, and a body or a thing in a figure of speech.
  let kinVerb: WordSet
  let sharedVerb: WordSet
  let humanObject: WordSet
  let sharedObject: WordSet
  let birth: WordSet
  let role: WordSet
  /// “it became”, “it served as”, before a noun for a person.
  let becoming: WordSet
  let serving: WordSet
  /// Nouns for persons that mean bodies, things and the unseen (“it was a girl”), too.
  let vague: WordSet
  /// States of mind, which bodies have, too.
  let mind: WordSet
  /// “was appointed to”, “was hired as”: persons and bodies.
  let chosen: WordSet
  /// “its law degree”, “its spare time”: a modifier and its nouns.
  let modified: [(modifiers: WordSet, nouns: WordSet)]

  init(_ lexicon: Lexicon) {
    neuter = WordSet("it its", lexicon)
    human = WordSet(
      "wife husband widow widower fiancé fiancée fiance fiancee girlfriend boyfriend grandfather "
        + "grandmother grandson granddaughter grandparents aunt niece nephew cousin stepfather "
        + "stepmother stepson stepdaughter stepbrother half-brother half-sister son-in-law "
        + "daughter-in-law father-in-law mother-in-law brother-in-law sister-in-law honeymoon boyhood "
        + "girlhood autobiography memoir memoirs doctorate phd bachelor clerkship hometown classmate "
        + "classmates roommate schooling priesthood ordination knighthood handwriting godfather "
        + "godmother ex-wife ex-husband pregnancy ex-girlfriend ex-boyfriend bodyguard stepchildren "
        + "grandchildren grandchild "
        + "bridesmaids bachelorhood widowhood manhood womanhood fatherhood motherhood adulthood chauffeur "
        + "valet hairdresser psychiatrist therapist dentist eyebrows eyelids moustache mustache virginity "
        + "sobriety sexuality homosexuality wheelchair",
      lexicon)
    kin = WordSet(
      "father mother brother brothers sister sisters son sons daughter daughters parents uncle "
        + "family birthday deathbed illness forearm hamstring collarbone thigh chin forehead cheek "
        + "cheeks stepson surname career retirement thesis dissertation resignation childhood "
        + "apprenticeship imprisonment fists knees ankle wrist marriage marriages apartment bedroom "
        + "teens twenties thirties forties fifties sixties seventies lover mistress wallet passport "
        + "diary ancestry maid servant servants tutor cellmate biographer handbag purse trousers "
        + "sweater beard smile tears knee elbow kidney kidneys obituary upbringing roommates nanny "
        + "bride groom sibling siblings demeanour demeanor bravery heroism modesty suicide",
      lexicon)
    shared = WordSet(
      "friend friends book books novel novels poem poems poetry article essay essays debut studies "
        + "colleague colleagues boss tenure coach beloved election performance performances arrest "
        + "trial testimony hair education students pupils teacher teachers mentor teammate teammates "
        + "assistant wedding lap enemies rival rivals ancestors injuries eyes writings paintings songs "
        + "talent mind lawyer doctor death youth demotion advisor adviser revolver pistol jacket shoes "
        + "gloves hip lungs liver burial eulogy children schoolteacher temper",
      lexicon)
    figurative = WordSet(
      "company city cities town towns paper newspaper ship ships station channel school schools publication site "
        + "organisation organization party tongue country land planet church act series magazine cell cells "
        + "nucleus product projects project program programme firm brand bank club board node language team "
        + "of",
      lexicon)
    living = WordSet(
      "animal animals dog dogs puppy cat kitten horse mare foal stallion pony donkey mule cow calf bull ox sheep "
        + "lamb goat pig piglet boar bear cub lion lioness tiger leopard cheetah wolf fox elephant rhino rhinoceros "
        + "hippo giraffe zebra deer fawn antelope monkey ape gorilla chimpanzee chimp orangutan panda koala "
        + "kangaroo wallaby joey bat rat mouse mice rabbit hare squirrel beaver otter seal walrus whale orca "
        + "dolphin porpoise shark fish salmon trout eel octopus squid crab lobster snail spider insect bee wasp "
        + "ant beetle butterfly moth larva caterpillar snake lizard crocodile alligator turtle tortoise frog toad "
        + "dinosaur bird chick chicken hen rooster duck duckling goose gosling swan eagle hawk falcon owl raven "
        + "crow parrot penguin pigeon ostrich cuckoo egg embryo fetus foetus baby infant child toddler newborn "
        + "creature monster beast dragon litter pet colt filly hound retriever terrier spaniel "
        + "robot android alien ghost demon god goddess racehorse "
        + "camel llama alpaca pup pups caribou reindeer moose elk bison buffalo primate mammal reptile mascot "
        + "vampire werewolf puppet zombie",
      lexicon)
    humanPassive = WordSet(
      "murdered imprisoned exiled beheaded excommunicated enthroned homesick unmarried heartbroken bisexual "
        + "gay lesbian educated knighted ordained baptised baptized beatified canonised canonized widowed "
        + "orphaned jailed handcuffed hospitalised hospitalized pregnant betrothed",
      lexicon)
    humanVerb = WordSet(
      "enlisted majored wed smiled laughed grinned shrugged sobbed blushed befriended enlists majors weds "
        + "smiles laughs grins shrugs sobs blushes befriends giggled giggles winked winks nodded nods sighed "
        + "sighs wept weeps frowned frowns yawned knelt kneels whispered whispers muttered mutters murmured "
        + "mumbled chuckled remarried remarries eloped elopes interned freelanced",
      lexicon)
    activeVerb = WordSet(
      "collaborated auditioned emigrated immigrated enrolled volunteered apprenticed resigned "
        + "studied attended taught lectured coached quipped joked confessed apologised apologized "
        + "guest-starred thought believed realised realized decided wanted refused knew talked fled "
        + "slept swore testified pleaded confided authored co-wrote vowed promised declined hoped thinks believes "
        + "realises realizes decides wants refuses knows flees vows promises swears confesses apologises "
        + "apologizes hopes pleads attends studies teaches testifies confides admits admitted remembers "
        + "remembered recalls recalled wishes wished disliked dislikes liked likes loved loves hated hates "
        + "regrets regretted resented envied",
      lexicon)
    kinVerb = WordSet("married marries graduated graduates divorced divorces", lexicon)
    sharedVerb = WordSet(
      "retired translated practised practiced surrendered spoke lived danced sang lives speaks "
        + "dances sings retires translates died dies met meets wrote writes",
      lexicon)
    humanObject = WordSet(
      "marry befriend befriended seduce seduced handcuffed jailed",
      lexicon)
    sharedObject = WordSet(
      "encourage encouraged encourages urged invited invites begged ask asks asked asking told "
        + "tell tells telling persuade persuaded convince convinced teach taught allowed",
      lexicon)
    birth = WordSet("born", lexicon)
    becoming = WordSet("become becomes became", lexicon)
    serving = WordSet("served serves worked works acted trained qualified practised practiced", lexicon)
    vague = WordSet(
      "chair chief head leader owner investor producer winner loser champion rival partner member operator broadcaster "
        + "publisher model host pioneer successor predecessor incumbent official national human adult baby child "
        + "infant toddler twin boy girl founder executive driver killer star victim contestant finalist survivor "
        + "supporter opponent man woman person guard spy friend neighbour neighbor someone somebody anyone anybody "
        + "everyone nobody user buyer seller customer client employer beneficiary donor recipient candidate nominee "
        + "guide judge witness hero heroine pilot player trainer designer builder cleaner hunter explorer advocate "
        + "sponsor trader merchant consultant insurer boxer fighter defender individual suspect",
      lexicon)
    mind = WordSet(
      "jealous unaware determined reluctant ashamed furious eager homesick grateful lonely embarrassed unwilling keen "
        + "devastated delighted overjoyed suspicious adamant fond afraid convinced",
      lexicon)
    chosen = WordSet("appointed elected hired promoted drafted recruited inducted", lexicon)
    modified = [
      (
        WordSet("law doctoral bachelor's master's bachelor master undergraduate graduate medical", lexicon),
        WordSet("degree degrees studies", lexicon)
      ),
      (WordSet("spare free leisure", lexicon), WordSet("time", lexicon)),
      (
        WordSet("rookie freshman sophomore junior senior", lexicon),
        WordSet("season year campaign", lexicon)
      ),
      (
        WordSet("school college student teenage teen", lexicon), WordSet("days years friend friends", lexicon)
      ),
      (
        WordSet("left right broken injured dislocated sprained", lexicon),
        WordSet("knee leg arm hand foot shoulder elbow wrist ankle hip calf groin thigh eye ear", lexicon)
      ),
      (WordSet("own", lexicon), WordSet("life words children parents mother father death hands", lexicon)),
      (WordSet("true", lexicon), WordSet("feelings love", lexicon)),
      (
        WordSet("adoptive biological birth foster", lexicon), WordSet("mother father parents family", lexicon)
      ),
      (WordSet("childhood", lexicon), WordSet("friend friends sweetheart home dream idol", lexicon)),
    ]
    role = WordSet(
      "role roles part heroine hero villain title lead protagonist character characters", lexicon)
  }
}
