import type { ComponentChildren } from 'preact'
import { Wordmark } from './bar/icons.tsx'

/** The whole page as a few words: while it loads, and when it cannot go on. */
export const NoticePage = ({ children }: { children: ComponentChildren }) => (
  <div class="notice-page" role="status">
    <Wordmark />
    {children}
  </div>
)
