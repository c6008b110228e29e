import type { ColourName, HairColourName } from './palette.ts'
import type { Kinds, Slot, Term } from './kinds.ts'

export type Entry = {
  /** Words and phrases, lower case, singular. */
  readonly words: readonly string[]
  readonly states: readonly Term[]
  /** Drawn, too, unless the brief states another thing in that slot. */
  readonly implies: readonly Term[]
  readonly colour: ColourName | HairColourName | null
}

const list = (words: string): readonly string[] => words.split(', ')

// TypeScript does not see that a slot with a kind of its own is one of the terms.
const term = <S extends Slot>(slot: S, kind: Kinds[S]) => ({ slot, kind }) as Term

/** `words` state one thing. */
const says = <S extends Slot>(
  slot: S,
  kind: Kinds[S],
  words: string,
  colour: Entry['colour'] = null,
): Entry => ({ words: list(words), states: [term(slot, kind)], implies: [], colour })

/** `words` state the first things and bring the second along. */
const brings = (
  words: string,
  states: readonly Term[],
  implies: readonly Term[],
  colour: Entry['colour'] = null,
): Entry => ({ words: list(words), states, implies, colour })

const WOMAN = term('gender', 'woman')
const MAN = term('gender', 'man')
const CHILD = term('age', 'child')
const OLD = term('age', 'old')

/**
 * Every word that the sample engine draws. Where two claim one place (a beret and a crown), the entry that comes first
 * here is drawn, in whatever order the brief has them.
 */
export const VOCABULARY: readonly Entry[] = [
  brings('woman, lady, female, mother, mom, mum, wife, aunt, sister', [WOMAN], []),
  brings('man, guy, gentleman, male, father, dad, husband, uncle, brother', [MAN], []),
  brings('girl, daughter, granddaughter', [WOMAN, CHILD], []),
  brings('boy, son, grandson', [MAN, CHILD], []),
  brings('child, kid, toddler', [CHILD], []),
  brings('grandma, grandmother, granny, nana', [WOMAN, OLD], []),
  brings('grandpa, grandfather, granddad', [MAN, OLD], []),
  brings('old, elderly, older, senior', [OLD], []),

  says('skin', 'fair', 'fair skin, pale skin, pale, fair skinned, white skin'),
  says('skin', 'light', 'light skin, light skinned'),
  says('skin', 'tan', 'tan skin, tanned skin, tanned, tan, olive skin'),
  says('skin', 'brown', 'brown skin, brown skinned'),
  says('skin', 'dark', 'dark skin, dark skinned, black skin, deep skin'),
  says('freckles', 'freckles', 'freckle, freckled'),
  says('eyes', 'eyes', 'eye, eyed'),
  says('expression', 'smile', 'smile, smiling, happy, cheerful'),
  says('expression', 'laugh', 'laugh, laughing, open mouth'),
  says('expression', 'wink', 'wink, winking'),
  says('expression', 'surprised', 'surprised, amazed'),
  says('expression', 'sad', 'sad, crying'),
  says('expression', 'sleepy', 'sleepy, sleeping, tired, closed eyes'),
  says('expression', 'angry', 'angry, grumpy'),

  says('haircut', 'bald', 'bald, bald head, shaved head'),
  says('haircut', 'bun', 'bun, topknot, hair bun'),
  says('haircut', 'ponytail', 'ponytail, pony tail'),
  says('haircut', 'pigtails', 'pigtail, pigtails'),
  says('haircut', 'braids', 'braid, braided, plait'),
  says('haircut', 'afro', 'afro'),
  says('haircut', 'spiky', 'spiky, spiky hair'),
  says('haircut', 'mohawk', 'mohawk'),
  says('haircut', 'buzz', 'buzz cut, buzzcut, crew cut'),
  says('hairLength', 'short', 'short hair, short haired, short'),
  says('hairLength', 'bob', 'bob, bob cut, medium hair'),
  says('hairLength', 'long', 'long hair, long haired, long'),
  says('hairTexture', 'curly', 'curly, curl, frizzy'),
  says('hairTexture', 'wavy', 'wavy'),
  says('hairTexture', 'straight', 'straight'),
  says('fringe', 'bangs', 'bangs, fringe'),
  says('hair', 'hair', 'blonde, blond, fair hair', 'blonde'),
  says('hair', 'hair', 'brunette', 'brunette'),
  says('hair', 'hair', 'ginger, redhead, redheaded, auburn', 'ginger'),
  says('hair', 'hair', 'dark hair', 'black'),
  says('hair', 'hair', 'hair, haired'),
  says('beard', 'longBeard', 'long beard'),
  says('beard', 'beard', 'beard, bearded'),
  says('beard', 'goatee', 'goatee'),
  says('beard', 'moustache', 'moustache, mustache'),
  says('glasses', 'sunglasses', 'sunglasses, sunglass, shades'),
  says('glasses', 'square', 'square glasses, rectangular glasses'),
  says('glasses', 'round', 'glasses, round glasses, spectacles, eyeglasses'),

  says('hat', 'cap', 'cap, baseball cap'),
  says('hat', 'beanie', 'beanie, woolly hat, knit hat, bobble hat'),
  says('hat', 'topHat', 'top hat'),
  says('hat', 'cowboyHat', 'cowboy hat'),
  says('hat', 'witchHat', 'witch hat, wizard hat, pointed hat'),
  says('hat', 'partyHat', 'party hat, birthday hat'),
  says('hat', 'chefHat', 'chef hat'),
  says('hat', 'santaHat', 'santa hat, christmas hat'),
  says('hat', 'helmet', 'helmet, hard hat'),
  says('hat', 'beret', 'beret'),
  says('hat', 'crown', 'crown, tiara'),
  says('hat', 'sunHat', 'hat, sun hat, straw hat, sunhat'),
  says('neck', 'scarf', 'scarf'),
  says('neck', 'bowTie', 'bow tie, bowtie'),
  says('neck', 'tie', 'tie, necktie'),
  says('neck', 'necklace', 'necklace, pearl necklace, pearl'),
  says('neck', 'stethoscope', 'stethoscope'),
  says('accessory', 'earrings', 'earring'),
  says('accessory', 'hairBow', 'bow, hair bow, ribbon'),
  says('accessory', 'mask', 'mask, eye mask, superhero mask'),
  says('accessory', 'headphones', 'headphone, headphones'),
  says('accessory', 'headband', 'headband, hairband'),

  says('onePiece', 'gown', 'gown, long dress, evening dress, ball gown'),
  says('onePiece', 'dress', 'dress, sundress, summer dress'),
  says('onePiece', 'overalls', 'overalls, dungarees'),
  says('onePiece', 'robe', 'robe, kimono, bathrobe'),
  says('onePiece', 'superhero', 'superhero suit, superhero costume, superhero outfit'),
  says('top', 'tShirt', 't shirt, tshirt, tee, tee shirt'),
  says('top', 'shirt', 'shirt, blouse'),
  says('top', 'sweater', 'sweater, jumper, pullover, cardigan'),
  says('top', 'hoodie', 'hoodie, hoody, sweatshirt'),
  says('bottom', 'jeans', 'jeans, denim'),
  says('bottom', 'trousers', 'trousers, pants, leggings'),
  says('bottom', 'shorts', 'shorts'),
  says('bottom', 'skirt', 'skirt'),
  brings(
    'suit, tuxedo',
    [term('outer', 'suit')],
    [term('bottom', 'trousers'), term('neck', 'tie')],
  ),
  says('outer', 'labCoat', 'lab coat'),
  says('outer', 'coat', 'coat, raincoat, trench coat'),
  says('outer', 'jacket', 'jacket, leather jacket, blazer'),
  says('outer', 'apron', 'apron'),
  says('outer', 'vest', 'vest, waistcoat'),
  brings(
    'casual outfit, casual clothes, casual',
    [],
    [term('top', 'tShirt'), term('bottom', 'jeans'), term('shoes', 'sneakers')],
  ),
  says('outfit', 'outfit', 'outfit, clothes, clothing'),
  says('shoes', 'boots', 'boot'),
  says('shoes', 'sneakers', 'sneaker, trainer'),
  says('shoes', 'barefoot', 'barefoot, bare feet'),
  says('shoes', 'shoes', 'shoe'),
  says('back', 'cape', 'cape, cloak'),
  says('back', 'backpack', 'backpack, rucksack, knapsack, schoolbag'),
  says('back', 'wings', 'wing, wings'),

  brings(
    'superhero, superheroine, superwoman, superman, hero',
    [],
    [term('onePiece', 'superhero'), term('back', 'cape'), term('shoes', 'boots')],
  ),
  brings('princess', [WOMAN], [term('onePiece', 'gown'), term('hat', 'crown')]),
  brings('queen', [WOMAN], [term('onePiece', 'gown'), term('hat', 'crown'), term('back', 'cape')]),
  brings('king', [MAN], [term('hat', 'crown'), term('back', 'cape')]),
  brings('bride', [WOMAN], [term('onePiece', 'gown'), term('held', 'bouquet')]),
  brings(
    'groom, businessman',
    [MAN],
    [term('outer', 'suit'), term('bottom', 'trousers'), term('neck', 'bowTie')],
  ),
  brings('chef, cook, baker', [], [term('hat', 'chefHat'), term('outer', 'apron')]),
  brings('doctor, nurse', [], [term('outer', 'labCoat'), term('neck', 'stethoscope')]),
  brings(
    'wizard',
    [MAN],
    [term('hat', 'witchHat'), term('onePiece', 'robe'), term('held', 'wand')],
  ),
  brings('witch', [WOMAN], [term('hat', 'witchHat'), term('onePiece', 'dress')]),
  brings('fairy', [], [term('back', 'wings'), term('onePiece', 'dress'), term('held', 'wand')]),
  brings('angel', [], [term('back', 'wings'), term('onePiece', 'robe')]),
  brings('farmer, gardener', [], [term('hat', 'sunHat'), term('onePiece', 'overalls')]),
  brings(
    'cowboy',
    [MAN],
    [term('hat', 'cowboyHat'), term('outer', 'vest'), term('shoes', 'boots')],
  ),
  brings(
    'cowgirl',
    [WOMAN],
    [term('hat', 'cowboyHat'), term('outer', 'vest'), term('shoes', 'boots')],
  ),
  brings('builder, firefighter, fireman', [], [term('hat', 'helmet'), term('outer', 'vest')]),
  brings(
    'painter, artist',
    [],
    [term('hat', 'beret'), term('held', 'brush'), term('outer', 'apron')],
  ),
  brings('student, hiker', [], [term('back', 'backpack'), term('held', 'book')]),
  brings('photographer', [], [term('held', 'camera')]),
  brings('singer', [], [term('held', 'microphone')]),
  brings('musician, guitarist', [], [term('held', 'guitar')]),

  says('held', 'balloon', 'balloon'),
  says('held', 'bouquet', 'bouquet, flowers'),
  says('held', 'flower', 'flower, rose, sunflower, tulip, daisy'),
  says('held', 'book', 'book, reading'),
  says('held', 'guitar', 'guitar, ukulele'),
  says('held', 'cup', 'cup, mug, coffee, tea'),
  says('held', 'umbrella', 'umbrella, parasol'),
  says('held', 'camera', 'camera'),
  says('held', 'ball', 'ball, football, basketball'),
  says('held', 'gift', 'gift, present'),
  says('held', 'heart', 'heart'),
  says('held', 'phone', 'phone, smartphone'),
  says('held', 'sword', 'sword'),
  says('held', 'wand', 'wand, magic wand, staff'),
  says('held', 'iceCream', 'ice cream'),
  says('held', 'lollipop', 'lollipop, candy'),
  says('held', 'cupcake', 'cupcake, cake, muffin'),
  says('held', 'star', 'star'),
  says('held', 'flag', 'flag'),
  says('held', 'brush', 'brush, paintbrush'),
  says('held', 'basket', 'basket'),
  says('held', 'teddy', 'teddy, teddy bear'),
  says('held', 'microphone', 'microphone'),
  says('held', 'bag', 'bag, handbag, purse, tote'),

  says('pet', 'dog', 'dog, puppy'),
  says('pet', 'cat', 'cat, kitten, kitty'),
  says('pet', 'bird', 'bird, parrot, budgie'),
  says('pet', 'rabbit', 'rabbit, bunny'),
  says('pet', 'turtle', 'turtle, tortoise'),
  says('pet', 'duck', 'duck, duckling, chick'),
  says('pet', 'fox', 'fox'),
  says('pet', 'hedgehog', 'hedgehog'),

  says('arms', 'wave', 'waving, wave, greeting'),
  says('arms', 'up', 'arms up, cheering, celebrating, raised arms, hands up'),
  says('arms', 'hips', 'hands on hips, arms akimbo'),
  says('legs', 'sit', 'sitting, seated, sit'),
  says('legs', 'jump', 'jumping, jump, leaping, flying'),
  says('legs', 'walk', 'walking, walk, running, hiking, dancing'),
  says('ground', 'mushroom', 'mushroom, toadstool'),
  says('ground', 'stone', 'stone, rock, pebble'),
  says('ground', 'snow', 'snow, snowy, winter'),
  says('background', 'background', 'background, backdrop'),
]
