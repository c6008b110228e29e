import type { FunctionComponent } from 'preact'
import type { Studio } from '../create-studio.ts'
import type { ThemeChoice } from '../theme.ts'
import { DarkIcon, LightIcon, SystemIcon } from './icons.tsx'

const THEMES: Readonly<Record<ThemeChoice, { label: string; Icon: FunctionComponent }>> = {
  system: { label: 'Theme: as the system', Icon: SystemIcon },
  light: { label: 'Theme: light', Icon: LightIcon },
  dark: { label: 'Theme: dark', Icon: DarkIcon },
}

export const ThemeButton = ({ studio }: { studio: Studio }) => {
  const { label, Icon } = THEMES[studio.themes.choice.value]
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      onClick={studio.themes.next}
    >
      <Icon />
    </button>
  )
}
