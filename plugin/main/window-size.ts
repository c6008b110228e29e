import type { Size } from '../../shared/aspect-ratio.ts'
import { WINDOW_KEY, load, storedWindow } from './storage.ts'

const DEFAULT: Size = { width: 340, height: 640 }
const LEAST: Size = { width: 300, height: 400 }
const MOST: Size = { width: 1200, height: 1600 }

const within = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, Math.round(value)))

/** The nearest size, in pixels, that the plugin's window may have. */
export const fitWindow = ({ width, height }: Size): Size => ({
  width: within(width, LEAST.width, MOST.width),
  height: within(height, LEAST.height, MOST.height),
})

export const loadWindowSize = async (): Promise<Size> =>
  fitWindow((await load(WINDOW_KEY, storedWindow)) ?? DEFAULT)
