/**
 * What a kernel's connection takes from the whole of `@jupyterlab/services`.
 *
 * The package is one CommonJS module that brings settings, workspaces and a schema compiler that
 * needs `eval`. The build puts this in place of its index, and none of that is bundled.
 */
export { ServerConnection } from "@jupyterlab/services/lib/serverconnection";

export const CommsOverSubshells = {
  Disabled: "disabled",
  PerComm: "perComm",
  PerCommTarget: "perCommTarget",
} as const;
