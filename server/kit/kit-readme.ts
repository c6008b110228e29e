export type KitFacts = {
  readonly name: string
  readonly style: string
  readonly styleId: string
  readonly trigger: string
  readonly pieces: number
  readonly steps: number
  readonly rank: number
  /** The SHA-256 over the dataset version. */
  readonly hash: string
}

/** What to do with a kit, for whoever runs the machine. */
export const kitReadme = (facts: KitFacts): string => {
  const { name, style, styleId, trigger, pieces, steps, rank, hash } = facts
  const result = `output/${name}/${name}.safetensors`
  return `# ${name}: a training kit from Maquette

${pieces} training pictures with captions (\`dataset/\`) of the style "${style.replace(/\s+/g, ' ')}", and configurations
for [ai-toolkit](https://github.com/ostris/ai-toolkit) that train a LoRA for FLUX.1 [dev] on them: ${steps} steps, rank
${rank}, trigger word ${trigger === '' ? '(none)' : `\`${trigger}\``}. ${Math.round(steps / Math.max(1, pieces))} steps for each picture.

Content: \`${hash}\`

## Licence

**Outside Replicate, FLUX.1 [dev] is non-commercial unless you have a licence** from Black Forest Labs: neither the model
nor a LoRA that was trained on it may be run for a business without one. Read the terms before you begin:
https://huggingface.co/black-forest-labs/FLUX.1-dev, https://bfl.ai/legal/non-commercial-license-terms, and, for a
licence, https://bfl.ai/pricing/licensing.

The pictures belong to whoever made them. Do not pass them on.

## Train

1. Install ai-toolkit as its README says. It needs an Nvidia GPU with 24 GB. An Apple silicon Mac works too, but that is
   experimental and many times slower: nothing can be quantized there, and the model alone takes over 31 GB of memory.
2. On https://huggingface.co/black-forest-labs/FLUX.1-dev accept the licence, make a token that may read, and log in:
   \`hf auth login\`.
3. Unpack this kit **inside the folder ai-toolkit**, so that \`ai-toolkit/${name}/dataset\` is there.
4. In the folder ai-toolkit, with its environment active:

   \`\`\`
   python run.py ${name}/train.yaml
   \`\`\`

   On Apple silicon:

   \`\`\`
   PYTORCH_ENABLE_MPS_FALLBACK=1 python run.py ${name}/train-apple-silicon.yaml
   \`\`\`

   On a rented GPU (RunPod, Vast or any other machine with CUDA and 24 GB): take a template with ai-toolkit in it, or
   steps 1 and 2; copy this kit there, and go on as above. Take the result off before you give the machine back.
5. Samples come every 250 steps in \`output/${name}/samples\`, and so do checkpoints. Ctrl+C stops it, though not while it
   saves; the same command goes on from the last checkpoint.

About 500 steps stay generic, 1000 to 1500 learn a style, and 3000 and more begin to copy the pictures.

## Take the result to Maquette

The result is \`${result}\`. In the folder of Maquette, while it runs:

\`\`\`
npm run import-weights -- ${styleId} path/to/${name}.safetensors
\`\`\`

The file is checked and becomes a new version of the style, kept for an engine on this machine. To draw with it on
Replicate, put the file where Replicate can download it without a password (such as a public model on Hugging Face),
and give its address instead:

\`\`\`
npm run import-weights -- ${styleId} https://huggingface.co/you/${name}/resolve/main/${name}.safetensors
\`\`\`
`
}
