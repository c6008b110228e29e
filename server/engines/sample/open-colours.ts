import type { Kinds, Slot } from './kinds.ts'
import type { Hex } from './palette.ts'

type Choices = readonly [Hex, ...Hex[]]

/** What a thing may be coloured where the brief leaves it open: small sets that go well with each other. */
const BY_SLOT: { readonly [S in Slot]?: Choices } = {
  glasses: ['#6b5048', '#4f4a52', '#a8705a'],
  hat: ['#c98f6b', '#8fa97c', '#b58a9c', '#8798ab', '#d9b06c'],
  neck: ['#c9655a', '#7fa59c', '#dba35d', '#8a7fa6'],
  accessory: ['#d9787a', '#dcb660', '#8fb0a9'],
  onePiece: ['#e0a39a', '#9db59a', '#a9b8cf', '#e2bd7e', '#b9a2c4', '#d98f7c'],
  top: ['#f0dcb8', '#9db59a', '#e0a08f', '#a9bccd', '#d9b06c', '#c3b1cf'],
  bottom: ['#9a7d66', '#8b8f78', '#7d8794', '#b59a7c'],
  outer: ['#b98f6d', '#7d9187', '#7f8aa3', '#a3786c'],
  shoes: ['#94644d', '#f1e6d6', '#6d7b85', '#b57a5e'],
  held: ['#d98c7a', '#8fb0a9', '#e3bd73', '#a996bd', '#c97b6b', '#7f9fbd'],
  pet: ['#d9a066', '#a57b5c', '#d8c3a5', '#8c7a72'],
  background: ['#f6eadb', '#f4e2da', '#e9ece0', '#e5ebee', '#eee6ef'],
}

const BY_KIND: { readonly [K in Kinds[Slot]]?: Choices } = {
  jeans: ['#7f96b3', '#6f86a3', '#93a8bf'],
  overalls: ['#7f96b3', '#8a9a74', '#b08a63'],
  superhero: ['#6f8fb8', '#5f8f8a', '#7d84b5', '#6a8a9f'],
  suit: ['#6a6f80', '#7a6a66', '#5f6c7a'],
  labCoat: ['#f7f2e8'],
  apron: ['#f3e6cf', '#c9d3bd', '#ecc9b4'],
  vest: ['#a5795a', '#7f8c6d', '#8a7f94'],
  cape: ['#c9655a', '#c2566a', '#d98f55', '#cf7a62'],
  backpack: ['#c98a55', '#7d9a86', '#b5655f', '#6f86a3'],
  wings: ['#e7e0f2', '#dcebea', '#f5e3e0'],
  sunHat: ['#e6c98f', '#dfb97e', '#efdcb4'],
  topHat: ['#54494c', '#6a5a66'],
  cowboyHat: ['#b98558', '#a3765a', '#d0a070'],
  witchHat: ['#7d6b9a', '#5f7394', '#6d8a7c'],
  partyHat: ['#e2a0a0', '#8fb8b5', '#e8c271'],
  chefHat: ['#fbf6ec'],
  santaHat: ['#c75f57'],
  helmet: ['#e8bd5d', '#d98a5a'],
  beret: ['#b5655f', '#6f7f9a', '#8a6f8f'],
  crown: ['#e0bb62'],
  stethoscope: ['#6d7680'],
  necklace: ['#f3ead9', '#dcb660'],
  earrings: ['#dcb660', '#f3ead9', '#8fb0a9'],
  headphones: ['#5f6672', '#c9787a', '#7fa59c'],
  mask: ['#4f4a5c', '#a3494b', '#4f6f7d'],
  boots: ['#8a5b45', '#6b5a55', '#a8664f'],
  barefoot: ['#f7d0b2'],
  moustache: ['#7d5640'],
  guitar: ['#d19a5f', '#b97a4e'],
  book: ['#b5655f', '#6f86a3', '#7d9a76', '#8d7fa6'],
  basket: ['#c79a63'],
  teddy: ['#c0905f', '#d9b58c'],
  sword: ['#cfd4d6'],
  wand: ['#ecc86f'],
  star: ['#ecc86f'],
  heart: ['#d9706b', '#e39aa0'],
  brush: ['#d9706b', '#6f9fb5', '#ecc86f'],
  camera: ['#5f5c63', '#8a6a55'],
  microphone: ['#5f5c63'],
  phone: ['#5f6672', '#e0a39a'],
  umbrella: ['#d9807a', '#6fa59d', '#e6bd6b', '#8f86b5'],
  bird: ['#7fa9c9', '#e3bd5f', '#d98a78', '#8fb58a'],
  duck: ['#f0cf73'],
  fox: ['#d98550'],
  turtle: ['#8fac73'],
  hedgehog: ['#8f6f57'],
  rabbit: ['#efe4d6', '#c9b09a', '#b5a79d'],
  mushroom: ['#cf6f62'],
  stone: ['#b3aca3'],
  snow: ['#f7f6f2'],
}

const ANY: Choices = ['#d9b08c']

export const openColours = (slot: Slot, kind: Kinds[Slot]): Choices =>
  BY_KIND[kind] ?? BY_SLOT[slot] ?? ANY
