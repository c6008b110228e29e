export const SelectedDraft = () => null
