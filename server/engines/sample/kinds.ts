/** What can be drawn, by slot. `ROOM` says of which a figurine can have several. */
export type Kinds = {
  gender: 'woman' | 'man'
  age: 'child' | 'old'
  skin: 'fair' | 'light' | 'tan' | 'brown' | 'dark'
  freckles: 'freckles'
  eyes: 'eyes'
  expression: 'smile' | 'laugh' | 'sad' | 'surprised' | 'wink' | 'sleepy' | 'angry'
  hair: 'hair'
  haircut:
    'bun' | 'ponytail' | 'pigtails' | 'braids' | 'afro' | 'spiky' | 'mohawk' | 'buzz' | 'bald'
  hairLength: 'short' | 'bob' | 'long'
  hairTexture: 'straight' | 'wavy' | 'curly'
  fringe: 'bangs'
  beard: 'beard' | 'longBeard' | 'moustache' | 'goatee'
  glasses: 'round' | 'square' | 'sunglasses'
  hat:
    | 'cap'
    | 'beanie'
    | 'sunHat'
    | 'topHat'
    | 'cowboyHat'
    | 'witchHat'
    | 'partyHat'
    | 'chefHat'
    | 'santaHat'
    | 'helmet'
    | 'beret'
    | 'crown'
  neck: 'scarf' | 'tie' | 'bowTie' | 'necklace' | 'stethoscope'
  accessory: 'earrings' | 'hairBow' | 'mask' | 'headphones' | 'headband'
  outfit: 'outfit'
  onePiece: 'dress' | 'gown' | 'superhero' | 'overalls' | 'robe'
  top: 'tShirt' | 'shirt' | 'sweater' | 'hoodie'
  bottom: 'jeans' | 'trousers' | 'shorts' | 'skirt'
  outer: 'suit' | 'jacket' | 'coat' | 'labCoat' | 'apron' | 'vest'
  shoes: 'shoes' | 'boots' | 'sneakers' | 'barefoot'
  back: 'cape' | 'backpack' | 'wings'
  held:
    | 'balloon'
    | 'book'
    | 'flower'
    | 'bouquet'
    | 'guitar'
    | 'cup'
    | 'umbrella'
    | 'camera'
    | 'ball'
    | 'gift'
    | 'heart'
    | 'phone'
    | 'sword'
    | 'wand'
    | 'iceCream'
    | 'lollipop'
    | 'cupcake'
    | 'star'
    | 'flag'
    | 'brush'
    | 'basket'
    | 'teddy'
    | 'microphone'
    | 'bag'
  pet: 'dog' | 'cat' | 'bird' | 'rabbit' | 'turtle' | 'duck' | 'fox' | 'hedgehog'
  arms: 'wave' | 'up' | 'hips'
  legs: 'sit' | 'jump' | 'walk'
  ground: 'mushroom' | 'stone' | 'snow'
  background: 'background'
}
export type Slot = keyof Kinds

/** One thing to draw, such as `{ slot: 'hat', kind: 'beret' }`. */
export type Term = {
  [S in Slot]: { readonly slot: S; readonly kind: Kinds[S] }
}[Slot]

/** How many of a slot one figurine has room for; 1 where nothing is said. */
export const ROOM: { readonly [S in Slot]?: number } = {
  accessory: 5,
  back: 3,
  held: 2,
  pet: 3,
  ground: 3,
}
