/**
 * What takes the place of parts of the SDK that no Lambda of ours comes to: reading browsers' names (33 KB).
 */
throw new Error('this part of the SDK is not in the bundle')
