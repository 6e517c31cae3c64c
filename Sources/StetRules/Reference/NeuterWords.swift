import StetLanguage

/// What the rules about “it” for a person look for.
struct NeuterWords {
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
  let sharedVerb: WordSet
  let humanObject: WordSet
  let sharedObject: WordSet
  let birth: WordSet
  let role: WordSet

  init(_ lexicon: Lexicon) {
    human = WordSet(
      "wife husband widow widower fiancé fiancée fiance fiancee girlfriend boyfriend grandfather "
        + "grandmother grandson granddaughter grandparents aunt niece nephew cousin stepfather "
        + "stepmother stepson stepdaughter stepbrother half-brother half-sister son-in-law "
        + "daughter-in-law father-in-law mother-in-law brother-in-law sister-in-law honeymoon boyhood "
        + "girlhood autobiography memoir memoirs doctorate phd bachelor clerkship hometown classmate "
        + "classmates roommate schooling priesthood ordination knighthood handwriting godfather "
        + "godmother ex-wife ex-husband pregnancy ex-girlfriend ex-boyfriend bodyguard",
      lexicon)
    kin = WordSet(
      "father mother brother brothers sister sisters son sons daughter daughters parents uncle "
        + "family birthday deathbed illness",
      lexicon)
    shared = WordSet(
      "career retirement friend friends book books novel novels poem poems poetry article essay "
        + "essays debut studies thesis dissertation resignation colleague colleagues boss tenure "
        + "coach beloved election performance performances childhood apprenticeship imprisonment "
        + "arrest trial testimony hair education students pupils teacher teachers mentor teammate "
        + "teammates assistant fists knees ankle wrist marriage marriages wedding apartment bedroom "
        + "teens twenties thirties forties fifties sixties seventies lover mistress wallet passport "
        + "diary lap enemies rival rivals ancestry ancestors injuries eyes writings paintings songs "
        + "talent mind maid servant servants tutor lawyer doctor death youth demotion advisor adviser "
        + "cellmate biographer",
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
      "educated knighted ordained baptised baptized beatified canonised canonized widowed "
        + "orphaned jailed handcuffed hospitalised hospitalized pregnant betrothed",
      lexicon)
    humanVerb = WordSet(
      "enlisted majored wed smiled laughed grinned shrugged sobbed blushed befriended",
      lexicon)
    activeVerb = WordSet(
      "collaborated auditioned emigrated immigrated enrolled volunteered apprenticed resigned "
        + "studied attended taught lectured coached quipped joked confessed apologised apologized "
        + "guest-starred thought believed realised realized decided wanted refused knew talked fled "
        + "slept swore testified pleaded confided authored co-wrote vowed promised declined hoped",
      lexicon)
    sharedVerb = WordSet(
      "married marries graduated graduates divorced divorces retired translated practised "
        + "practiced surrendered spoke lived danced sang",
      lexicon)
    humanObject = WordSet(
      "marry befriend befriended seduce seduced handcuffed jailed",
      lexicon)
    sharedObject = WordSet(
      "encourage encouraged encourages urged invited invites begged ask asks asked asking told "
        + "tell tells telling persuade persuaded convince convinced teach taught allowed",
      lexicon)
    birth = WordSet("born", lexicon)
    role = WordSet(
      "role roles part heroine hero villain title lead protagonist character characters", lexicon)
  }
}
