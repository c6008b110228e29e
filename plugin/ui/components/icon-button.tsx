import type { IconName } from './icon.tsx'
import { Icon } from './icon.tsx'

export type IconButtonProps = {
  readonly icon: IconName
  readonly label: string
  readonly onClick: () => void
}

export const IconButton = ({ icon, label, onClick }: IconButtonProps) => (
  <button class="icon" aria-label={label} onClick={onClick}>
    <Icon name={icon} />
  </button>
)
