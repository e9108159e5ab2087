import { anyone, hasPermission, type Policies, service, signedIn } from '../../platform/identity/policies';

export const policies = {
  Query: {
    me: anyone,
    user: hasPermission('users:read'),
    users: hasPermission('users:read'),
    keySet: service,
  },
  Mutation: {
    signUp: anyone,
    signIn: anyone,
    refreshSession: anyone,
    signOut: signedIn,
    changePassword: signedIn,
    updateProfile: signedIn,
    saveAddress: signedIn,
    removeAddress: signedIn,
    assignRole: hasPermission('users:assign-role'),
    revokeRole: hasPermission('users:assign-role'),
  },
} satisfies Policies;
