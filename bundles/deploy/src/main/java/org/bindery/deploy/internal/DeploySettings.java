package org.bindery.deploy.internal;

/** Times in milliseconds, sizes in bytes. The folder itself is the framework property {@code bindery.deploy.dir}. */
public @interface DeploySettings {
    String PREFIX_ = "bindery.deploy.";

    /** @return how long a file must rest before it is opened */
    long settle_millis() default 50;

    /** @return how long a jar that is not complete may still grow before it is refused */
    long incomplete_millis() default 1_000;

    /** @return how often the folder is read without any event, for disks that send none */
    long rescan_millis() default 5_000;

    /** @return how long a swap waits for running calls at a time, before it lets new calls in */
    long drain_millis() default 4_000;

    /** @return how long a swap goes on with such waits */
    long patience_millis() default 12_000;

    /** @return how long it then waits once more; longer than a step may take, shorter than calls are parked */
    long last_drain_millis() default 32_000;

    /** @return how long the start or stop of a plugin may take */
    long start_millis() default 20_000;

    /** @return how big a file may be */
    long max_file_bytes() default 256L << 20;

    /** @return how much a jar may hold unpacked */
    long max_unpacked_bytes() default 1L << 30;

    /** @return how many entries a jar may have */
    int max_entries() default 20_000;

    /** @return how many files the folder may hold */
    int max_files() default 500;
}
