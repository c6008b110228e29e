import { budgetRoute } from './budget-route.ts'

export const budget = {
  getBudget: {
    ...budgetRoute.getBudget,
    summary: 'What was spent, what is promised, and what the caps leave.',
    status: 200,
  },
} as const
