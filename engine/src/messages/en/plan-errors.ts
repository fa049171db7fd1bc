export const planErrors = {
  'SECRET-UNKNOWN': {
    message: (p: { marker: string }) => `the plan names a secret that is not at hand: ${p.marker}`,
    detail: () => 'Passwords and connection strings are never written into plans, caches or journals.',
    hint: () =>
      'Run the command again with the source that holds the secret (the .sql file or the database) as its schema.',
  },
  'PLAN-ROLES': {
    message: (p: { roles: readonly string[] }) =>
      `the server lacks ${p.roles.length === 1 ? 'a role' : 'roles'} that the models speak of: ${p.roles.map((role) => `"${role}"`).join(', ')}`,
    detail: () => 'Roles belong to the whole server, so this tool never makes them. Nothing was changed.',
    hint: (p: { roles: readonly string[] }) =>
      `Make them first: ${p.roles.map((role) => `CREATE ROLE "${role}";`).join(' ')}`,
  },
  'PLAN-SUBSCRIPTION-CONNECTS': {
    message: (p: { subscription: string; options: string }) =>
      `cannot change ${p.options} of subscription "${p.subscription}" without connecting to its publisher`,
    detail: () =>
      'PostgreSQL changes these options on the publisher as well, and this tool never makes a server connect to another.',
    hint: (p: { subscription: string; options: string }) =>
      `Disable the subscription, run ALTER SUBSCRIPTION … SET for ${p.options} yourself, and plan again.`,
  },
}
