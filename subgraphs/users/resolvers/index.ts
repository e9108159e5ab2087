import type { Resolvers } from '../__generated__/resolvers';
import { assignRole } from './Mutation/assignRole';
import { changePassword } from './Mutation/changePassword';
import { refreshSession } from './Mutation/refreshSession';
import { removeAddress } from './Mutation/removeAddress';
import { revokeRole } from './Mutation/revokeRole';
import { saveAddress } from './Mutation/saveAddress';
import { signIn } from './Mutation/signIn';
import { signOut } from './Mutation/signOut';
import { signUp } from './Mutation/signUp';
import { updateProfile } from './Mutation/updateProfile';
import { keySet } from './Query/keySet';
import { me } from './Query/me';
import { user } from './Query/user';
import { users } from './Query/users';
import { User } from './User';

export const resolvers: Partial<Resolvers> = {
  Query: { me, user, users, keySet },
  Mutation: {
    signUp,
    signIn,
    refreshSession,
    signOut,
    changePassword,
    updateProfile,
    saveAddress,
    removeAddress,
    assignRole,
    revokeRole,
  },
  User,
};
