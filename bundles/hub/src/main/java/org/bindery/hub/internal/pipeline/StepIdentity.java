package org.bindery.hub.internal.pipeline;

/**
 * Names a step for people: in errors, in the log and in the shown chain.
 *
 * @param plugin name of the plugin
 * @param version version of the plugin's bundle
 * @param step name of the step
 */
record StepIdentity(String plugin, String version, String step) {

    @Override
    public String toString() {
        return "step " + step + " of plugin " + plugin + " " + version;
    }
}
