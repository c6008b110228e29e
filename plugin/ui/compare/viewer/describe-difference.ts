import type { Difference } from './measure-difference.ts'

/** How much two pictures differ, in words. */
export const describeDifference = ({ share, isPart }: Difference): string => {
  const percent = share < 0.01 ? 'less than 1 %' : `${Math.round(share * 100)} %`
  const figure =
    share === 0 ? 'The pictures are the same.' : `They differ in ${percent} of the picture.`
  return isPart ? `${figure} Their shapes differ: only where both are is compared.` : figure
}
