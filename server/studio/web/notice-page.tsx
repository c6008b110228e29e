import type { ComponentChildren } from 'preact'
import { Figurine } from './bar/icons.tsx'

/** The whole page as a few words: while it loads, and when it cannot go on. */
export const NoticePage = ({ children }: { children: ComponentChildren }) => (
  <div class="notice-page" role="status">
    <Figurine />
    {children}
  </div>
)
