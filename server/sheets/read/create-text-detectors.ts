import type { TextDetector } from '../../datasets/checks/text-detector.ts'
import type { Cleaners } from '../run/create-cleaners.ts'
import { READERS } from './readers.ts'

/** What finds words in pieces, in the threads that clean sheets. */
export const createTextDetectors = ({ read }: Pick<Cleaners, 'read'>): TextDetector[] =>
  READERS.map((id) => ({ id, find: (picture, signal) => read(id, picture, signal) }))
