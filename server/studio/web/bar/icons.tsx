import type { ComponentChildren } from 'preact'

const Icon = ({ children }: { children: ComponentChildren }) => (
  <svg
    width="16"
    height="16"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.25"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    {children}
  </svg>
)

export const CloseIcon = () => (
  <Icon>
    <path d="M4 4l8 8M12 4l-8 8" />
  </Icon>
)
export const UndoIcon = () => (
  <Icon>
    <path d="M6 3.5L3 6.5l3 3M3 6.5h6.25a3.25 3.25 0 010 6.5H6.5" />
  </Icon>
)
export const RedoIcon = () => (
  <Icon>
    <path d="M10 3.5l3 3-3 3M13 6.5H6.75a3.25 3.25 0 000 6.5H9.5" />
  </Icon>
)
export const FrameIcon = () => (
  <Icon>
    <path d="M5 2v12M11 2v12M2 5h12M2 11h12" />
  </Icon>
)
export const PictureIcon = () => (
  <Icon>
    <rect x="2.5" y="2.5" width="11" height="11" rx="2" />
    <circle cx="6" cy="6" r="1.1" />
    <path d="M3 12l3.4-3.2 2 1.8 2.2-2.4L13.4 11" />
  </Icon>
)
export const MinusIcon = () => (
  <Icon>
    <path d="M4 8h8" />
  </Icon>
)
export const PlusIcon = () => (
  <Icon>
    <path d="M4 8h8M8 4v8" />
  </Icon>
)
export const ChevronIcon = () => (
  <Icon>
    <path d="M5 6.75l3 3 3-3" />
  </Icon>
)
export const LightIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="2.75" />
    <path d="M8 1.75v1M8 13.25v1M1.75 8h1M13.25 8h1M3.6 3.6l.7.7M11.7 11.7l.7.7M3.6 12.4l.7-.7M11.7 4.3l.7-.7" />
  </Icon>
)
export const DarkIcon = () => (
  <Icon>
    <path d="M13.2 9.6A5.6 5.6 0 016.4 2.8a5.6 5.6 0 106.8 6.8z" />
  </Icon>
)
export const SystemIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="5.5" />
    <path d="M8 2.5v11a5.5 5.5 0 000-11z" fill="currentColor" />
  </Icon>
)

/** A figurine in clay on its grass base. */
export const Figurine = () => <img src="icon.svg" alt="" width="24" height="24" />
