/**
 * PL/pgSQL between which event triggers do not fire, where the role may say so. They are made for what people change:
 * one that refuses everything may be what the first step takes away, and one that changes new tables would make
 * another journal of it.
 */
export const eventTriggersVariables = `setting text := CASE
    WHEN current_setting('server_version_num')::int < 170000 THEN 'session_replication_role' ELSE 'event_triggers' END;
  usual text := current_setting(setting);`

export const eventTriggersOff = `BEGIN
    PERFORM set_config(setting, CASE setting WHEN 'event_triggers' THEN 'off' ELSE 'replica' END, true);
  EXCEPTION WHEN insufficient_privilege THEN setting := NULL;
  END;`

export const eventTriggersAsBefore = `IF setting IS NOT NULL THEN PERFORM set_config(setting, usual, true); END IF;`
