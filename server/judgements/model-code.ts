/** What runs the model: its code for machines with vectors (SIMD), which Node has everywhere. */
export const MODEL_CODE = new URL(
  import.meta.resolve('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm'),
)
