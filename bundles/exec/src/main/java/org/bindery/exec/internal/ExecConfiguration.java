package org.bindery.exec.internal;

/**
 * Settings of the runner. The same PID holds {@code groups.*}, {@code commands.*} and {@code services.*}, see {@link
 * Definitions}. Lists may be arrays or text with commas.
 */
@interface ExecConfiguration {

    /** The configuration PID. */
    String PID = "org.bindery.exec";

    /** @return key {@code scratch.dir}: where the folders of calls are made; empty: the bundle's own data folder */
    String scratch_dir() default "";

    /** @return key {@code bin.dir}: what {@code %_exec.binDir%} stands for; empty: {@code bin} in Bindery's folder */
    String bin_dir() default "";

    /** @return key {@code env}: variables of every program, as {@code NAME=value} */
    String[] env() default {"LANG=C.UTF-8"};

    /** @return key {@code env.inherit}: variables every program has from Bindery's own environment */
    String[] env_inherit() default {"PATH", "TZ"};

    /** @return key {@code wait.millis}: how long a call waits for a free place, in milliseconds */
    long wait_millis() default 60_000;

    /** @return key {@code wait.calls}: how many calls may wait in a group, per depth */
    int wait_calls() default 1_000;

    /** @return key {@code depth}: how deep calls may stand in calls */
    int depth() default 8;

    /** @return key {@code kill.millis}: time between the request to end (SIGTERM) and the end (SIGKILL) */
    long kill_millis() default 1_000;

    /** @return key {@code drain.millis}: how long pipes may stay open and silent after a program has ended */
    long drain_millis() default 2_000;

    /** @return key {@code stderr.tail.bytes}: how much of the end of stderr a failure carries */
    int stderr_tail_bytes() default 8_192;

    /** @return key {@code stderr.log.bytes}: how much of stderr a call may log */
    long stderr_log_bytes() default 1L << 20;

    /** @return key {@code stderr.line.bytes}: how long a line in the log may be; longer ones are broken */
    int stderr_line_bytes() default 4_096;

    /** @return key {@code check.millis}: how long the start-up check of a command may take */
    long check_millis() default 10_000;

    /** @return key {@code check.retry.millis}: how long a failed check counts before a call repeats it */
    long check_retry_millis() default 30_000;

    /** @return key {@code standby.each}: interpreters started in advance for each kind of call; 0: none */
    int standby_each() default 2;

    /** @return key {@code standby.all}: interpreters started in advance in all */
    int standby_all() default 8;

    /** @return key {@code standby.idle.millis}: how long one waits for a call before it is ended */
    long standby_idle_millis() default 600_000;

    /** @return key {@code launcher}: starts each program as leader of a process group; must replace itself by it */
    String launcher() default "setsid";
}
