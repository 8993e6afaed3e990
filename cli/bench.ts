import {type Command} from "commander";
import {Command as Program} from "commander";
export const benchCommand = (): Command => new Program("bench").description("measure against plain DuckDB SQL");
