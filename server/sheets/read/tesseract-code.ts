/** Tesseract for machines with vectors (SIMD), which Node has everywhere; letters by neural network only. */
export const TESSERACT_CODE = {
  script: new URL(import.meta.resolve('tesseract.js-core/tesseract-core-simd-lstm.js')),
  wasm: new URL(import.meta.resolve('tesseract.js-core/tesseract-core-simd-lstm.wasm')),
} as const
